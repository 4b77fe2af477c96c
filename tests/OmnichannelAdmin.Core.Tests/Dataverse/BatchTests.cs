using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed partial class BatchTests
{
    private static readonly DataverseRequest Read = new(HttpMethod.Get, "accounts?$top=1");

    [Fact]
    public async Task A_batch_is_written_line_by_line_with_crlf()
    {
        using var wire = new Wire().Then(ResponseTo(Part(200, "{}"), ChangeSet(Part(204, "", 1), Part(204, "", 2))));

        await wire.SendBatchAsync(new BatchRequest(
        [
            BatchItem.Request(Read),
            BatchItem.ChangeSet(
            [
                Requests.Create,
                Requests.Update with
                {
                    IfMatch = "W/\"1\"",
                    Body = new JsonObject { ["primarycontactid@odata.bind"] = "$1" },
                },
            ]),
        ]));

        var request = Assert.Single(wire.Requests);
        Assert.Equal(Wire.Root + "$batch", request.Url.AbsoluteUri);
        Assert.Matches("^multipart/mixed; boundary=batch_[0-9a-f-]{36}$", request.Header("Content-Type"));
        Assert.Equal(
            $$"""
            --batch_B
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET /api/data/v9.2/accounts?$top=1 HTTP/1.1
            Accept: application/json
            OData-Version: 4.0
            OData-MaxVersion: 4.0


            --batch_B
            Content-Type: multipart/mixed; boundary=changeset_B

            --changeset_B
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 1

            POST /api/data/v9.2/accounts HTTP/1.1
            Accept: application/json
            OData-Version: 4.0
            OData-MaxVersion: 4.0
            Content-Type: application/json; charset=utf-8

            {"accountid":"{{Requests.Id}}","name":"Contoso"}
            --changeset_B
            Content-Type: application/http
            Content-Transfer-Encoding: binary
            Content-ID: 2

            PATCH /api/data/v9.2/{{Requests.Row}} HTTP/1.1
            Accept: application/json
            OData-Version: 4.0
            OData-MaxVersion: 4.0
            If-Match: W/"1"
            Content-Type: application/json; charset=utf-8

            {"primarycontactid@odata.bind":"$1"}
            --changeset_B--
            --batch_B--

            """.ReplaceLineEndings("\r\n"),
            BoundaryId().Replace(request.Body, "_B"));
    }

    [Fact]
    public async Task Each_change_set_counts_its_operations_from_one()
    {
        using var wire = new Wire().Then(ResponseTo(ChangeSet(Part(204, "", 1)), ChangeSet(Part(204, "", 1))));

        await wire.SendBatchAsync(new BatchRequest(
            [BatchItem.ChangeSet([Requests.Update]), BatchItem.ChangeSet([Requests.Update])]));

        Assert.Equal(2, Regex.Count(wire.Requests[0].Body, "Content-ID: 1\r\n"));
    }

    [Fact]
    public async Task An_operation_on_a_row_of_the_same_set_is_written_as_its_reference()
    {
        using var wire = new Wire().Then(ResponseTo(ChangeSet(Part(204, "", 1), Part(204, "", 2))));

        await wire.SendBatchAsync(new BatchRequest(
            [BatchItem.ChangeSet([Requests.Create, Requests.Update with { Path = "$1" }])]));

        Assert.Contains("PATCH $1 HTTP/1.1\r\n", wire.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_mapped_back_to_their_items()
    {
        using var wire = new Wire().Then(ResponseTo(
            Part(200, """{"value":[{"name":"Contoso"}]}"""),
            ChangeSet(Part(204, "", 2, "OData-EntityId: second"), Part(201, """{"@odata.etag":"W/\"9\""}""", 1))));

        var outcomes = await wire.SendBatchAsync(new BatchRequest(
            [BatchItem.Request(Read), BatchItem.ChangeSet([Requests.Create, Requests.Update])]));

        Assert.Equal([1, 2], outcomes.Select(outcome => outcome.Responses.Count));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        Assert.Equal(1, outcomes[0].Responses[0].Body?.GetProperty("value").GetArrayLength());
        Assert.Equal(HttpStatusCode.Created, outcomes[1].Responses[0].Status);
        Assert.Equal("W/\"9\"", outcomes[1].Responses[0].ETag);
        Assert.Equal("second", outcomes[1].Responses[1].Headers["odata-entityid"]);
        Assert.Null(outcomes[1].Responses[1].Body);
    }

    [Fact]
    public async Task A_refused_change_set_names_the_operation_and_leaves_the_rest_unreached()
    {
        var refusal = Part(412, ErrorBody("0x80060882", "The version does not match."), 2, "REQ_ID: inner-1");
        using var wire = new Wire()
            .Then(ResponseTo(HttpStatusCode.PreconditionFailed, Part(200, "{}"), ChangeSet(refusal)));

        var outcomes = await wire.SendBatchAsync(new BatchRequest(
        [
            BatchItem.Request(Read),
            BatchItem.ChangeSet([Requests.Create, Requests.Update]),
            BatchItem.Request(Read),
        ]));

        var error = outcomes[1].Error!;
        Assert.Equal(DataverseErrorCodes.ConcurrencyVersionMismatch, error.Code);
        Assert.Equal((2, "inner-1"), (error.BatchIndex, error.RequestId));
        Assert.Equal((HttpMethod.Patch, Wire.Root + Requests.Row), (error.Method, error.Url?.AbsoluteUri));
        Assert.Empty(outcomes[1].Responses);
        Assert.Empty(outcomes[2].Responses);
        Assert.Null(outcomes[2].Error);
    }

    [Fact]
    public async Task A_change_set_refused_outside_of_a_change_sets_answer_is_understood_as_well()
    {
        using var wire = new Wire().Then(ResponseTo(Part(400, ErrorBody("0x80048d19", "Wrong payload."))));

        var outcome = Assert.Single(await wire.SendBatchAsync(new BatchRequest(
            [BatchItem.ChangeSet([Requests.Create, Requests.Update])])));

        Assert.Equal(DataverseErrorCodes.BadPayload, outcome.Error?.Code);
        Assert.Null(outcome.Error?.BatchIndex);
    }

    [Fact]
    public async Task Going_on_after_an_error_is_asked_for_and_all_items_are_answered()
    {
        using var wire = new Wire()
            .Then(ResponseTo(Part(404, ErrorBody("0x80040217", "No such row.")), Part(200, "{}")));

        var outcomes = await wire.SendBatchAsync(new BatchRequest(
            [BatchItem.Request(Read), BatchItem.Request(Read)], ContinueOnError: true));

        Assert.Equal("odata.continue-on-error", Assert.Single(wire.Requests).Header("Prefer"));
        Assert.Equal((DataverseErrorKind.NotFound, 0), (outcomes[0].Error!.Kind, outcomes[0].Error!.BatchIndex));
        Assert.Single(outcomes[1].Responses);
    }

    [Fact]
    public async Task A_batch_that_is_refused_as_a_whole_is_an_error()
    {
        using var wire = new Wire().Then(Answers.Error(HttpStatusCode.BadRequest, "0x80060888", "Bad batch."));

        var error = await FailAsync(wire, BatchItem.Request(Read));

        Assert.Equal("Bad batch.", error.Message);
        Assert.Null(error.BatchIndex);
    }

    [Theory]
    [InlineData("--r\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}\r\n")]
    [InlineData("--r--\r\n")]
    [InlineData("")]
    [InlineData("--r\r\n\r\nnonsense\r\n--r--\r\n")]
    [InlineData("--r\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n--r\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n--r--\r\n")]
    public async Task An_answer_that_cannot_be_mapped_is_an_error(string body)
    {
        using var wire = new Wire().Then(Answers.Multipart(body, "r"));

        Assert.Contains(
            "incomplete", (await FailAsync(wire, BatchItem.Request(Read))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_set_with_an_answer_missing_is_an_error()
    {
        using var wire = new Wire().Then(ResponseTo(ChangeSet(Part(204, "", 1), Part(204, "", 1))));

        await FailAsync(wire, BatchItem.ChangeSet([Requests.Create, Requests.Update]));
    }

    [Fact]
    public async Task Success_that_is_no_batch_is_an_error()
    {
        using var wire = new Wire().Then(Answers.Json("{}"));

        Assert.Equal(DataverseErrorKind.UnexpectedAnswer, (await FailAsync(wire, BatchItem.Request(Read))).Kind);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task A_preamble_an_epilogue_padding_and_either_line_end_are_read_over(string lineEnd)
    {
        var lines = new[]
        {
            "This is a preamble.", "--\"r", "--r \t", "content-type:application/http", "X-Folded", "",
            "HTTP/1.1 200 OK", "content-type: application/json", "", "{\"text\":\"--r\"}", "--r--", "--r", "epilogue",
        };
        using var wire = new Wire().Then(Answers.Multipart(string.Join(lineEnd, lines), "\"r\""));

        var outcome = Assert.Single(await wire.SendBatchAsync(new BatchRequest([BatchItem.Request(Read)])));

        Assert.Equal("--r", Assert.Single(outcome.Responses).Body?.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_thousand_operations_are_sent()
    {
        using var wire = new Wire().Then(ResponseTo([.. Enumerable.Repeat(Part(200, "{}"), 1000)]));

        var items = Enumerable.Repeat(BatchItem.Request(Read), 1000).ToList();

        var outcomes = await wire.SendBatchAsync(new BatchRequest(items));

        Assert.Equal(1000, outcomes.Count);
    }

    public static TheoryData<BatchRequest, string> UnfitBatches => new()
    {
        { new BatchRequest([]), "BatchSize" },
        { new BatchRequest([BatchItem.ChangeSet([])]), "BatchSize" },
        { new BatchRequest([BatchItem.ChangeSet([.. Enumerable.Repeat(Requests.Update, 1001)])]), "BatchSize" },
        { new BatchRequest([BatchItem.ChangeSet([Requests.Update, Read])]), "BatchReadsInChangeSet" },
        { new BatchRequest([BatchItem.Request(Read with { Path = "//evil.example" })]), "PathOutsideEnvironment" },
    };

    [Theory]
    [MemberData(nameof(UnfitBatches))]
    public async Task An_unfit_batch_is_refused_before_anything_is_sent(BatchRequest batch, string rule)
    {
        using var wire = new Wire();

        Assert.Equal(rule, (await Assert.ThrowsAsync<OcValidationException>(() => wire.SendBatchAsync(batch))).Rule);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_batch_of_safe_operations_is_repeated_and_every_answer_says_so()
    {
        using var wire = new Wire().Then(Answers.Status(HttpStatusCode.GatewayTimeout));
        wire.Then(ResponseTo(ChangeSet(Part(412, ErrorBody("0x80040237", "Exists."), 1))));

        var outcomes = await wire.SendBatchAsync(new BatchRequest([BatchItem.ChangeSet([Requests.Create])]));

        Assert.True(Assert.Single(outcomes).Error?.FollowsLostAnswer);
        Assert.Equal(wire.Requests[0].Body, wire.Requests[1].Body);
    }

    [Fact]
    public async Task A_batch_with_one_operation_that_is_not_safe_is_not_repeated()
    {
        using var wire = new Wire().Then(Answers.Status(HttpStatusCode.GatewayTimeout));

        var error = await FailAsync(wire, BatchItem.Request(Read), BatchItem.Request(Requests.PlainAction));

        Assert.True(error.FollowsLostAnswer);
        Assert.Single(wire.Requests);
    }

    private static Task<DataverseException> FailAsync(Wire wire, params BatchItem[] items) =>
        Assert.ThrowsAsync<DataverseException>(() => wire.SendBatchAsync(new BatchRequest(items)));

    private static string ErrorBody(string code, string message) =>
        new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString();

    private static string Part(int status, string body, int? contentId = null, string header = "X-Note: none") =>
        "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n"
        + (contentId is null ? "" : $"Content-ID: {contentId}\r\n")
        + $"\r\nHTTP/1.1 {status} Reason of it\r\nOData-Version: 4.0\r\n{header}\r\n\r\n{body}\r\n";

    private static string ChangeSet(params string[] parts) =>
        "Content-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n" + Join("changesetresponse_1", parts);

    private static HttpResponseMessage ResponseTo(params string[] parts) => ResponseTo(HttpStatusCode.OK, parts);

    private static HttpResponseMessage ResponseTo(HttpStatusCode status, params string[] parts) =>
        Answers.Multipart(Join("batchresponse_1", parts), "batchresponse_1", status);

    private static string Join(string boundary, IEnumerable<string> parts) =>
        string.Concat(parts.Select(part => $"--{boundary}\r\n{part}")) + $"--{boundary}--\r\n";

    [GeneratedRegex("(?<=batch|changeset)_[0-9a-f-]{36}")]
    private static partial Regex BoundaryId();
}
