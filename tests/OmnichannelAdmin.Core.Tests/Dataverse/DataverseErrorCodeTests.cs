using System.Net;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class DataverseErrorCodeTests
{
    [Theory]
    [InlineData("0x80040237")]
    [InlineData("0X80040237")]
    [InlineData(" 0x80040237 ")]
    [InlineData("-2147220937")]
    [InlineData("2147746359")]
    public void Every_spelling_of_a_code_is_the_same_code(string text) =>
        Assert.Equal(DataverseErrorCodes.DuplicateRecord, DataverseErrorCode.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0x0")]
    [InlineData("0x00000000")]
    [InlineData("nonsense")]
    [InlineData("0x8004023700")]
    [InlineData("99999999999")]
    public void No_code_in_any_spelling_is_null(string? text) => Assert.Null(DataverseErrorCode.Parse(text));

    [Fact]
    public void A_code_is_shown_as_documentation_writes_it() =>
        Assert.Equal("0x80040237", DataverseErrorCodes.DuplicateRecord.ToString());

    [Fact]
    public void Each_code_of_the_catalog_has_advice_of_a_sentence_and_a_kind() =>
        Assert.All(DataverseErrorCatalog.All, info =>
        {
            Assert.EndsWith(".", info.Advice, StringComparison.Ordinal);
            Assert.NotEqual(DataverseErrorKind.Unknown, info.Kind);
        });

    [Fact]
    public void Each_named_code_is_in_the_catalog() =>
        Assert.Equal(
            typeof(DataverseErrorCodes).GetProperties()
                .Select(property => ((DataverseErrorCode)property.GetValue(null)!).Value)
                .Order(),
            DataverseErrorCatalog.All.Select(info => info.Code.Value).Order());

    [Fact]
    public void The_code_tells_more_than_the_status() =>
        Assert.Equal(
            DataverseErrorKind.AlreadyExists,
            DataverseErrorCatalog.KindOf(DataverseErrorCodes.DuplicateRecord, HttpStatusCode.PreconditionFailed));

    [Theory]
    [InlineData(null, DataverseErrorKind.Unknown)]
    [InlineData(HttpStatusCode.Found, DataverseErrorKind.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.BadRequest, DataverseErrorKind.InvalidData)]
    [InlineData(HttpStatusCode.Unauthorized, DataverseErrorKind.NotSignedIn)]
    [InlineData(HttpStatusCode.Forbidden, DataverseErrorKind.PermissionDenied)]
    [InlineData(HttpStatusCode.NotFound, DataverseErrorKind.NotFound)]
    [InlineData(HttpStatusCode.PreconditionFailed, DataverseErrorKind.Conflict)]
    [InlineData(HttpStatusCode.TooManyRequests, DataverseErrorKind.Throttled)]
    [InlineData(HttpStatusCode.InternalServerError, DataverseErrorKind.ServerFault)]
    [InlineData(HttpStatusCode.ServiceUnavailable, DataverseErrorKind.Unavailable)]
    public void Without_a_known_code_the_status_tells_the_kind(HttpStatusCode? status, DataverseErrorKind kind) =>
        Assert.Equal(kind, DataverseErrorCatalog.KindOf(new DataverseErrorCode(1), status));
}
