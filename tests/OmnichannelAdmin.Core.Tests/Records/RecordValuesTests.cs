using OmnichannelAdmin.Channels;

namespace OmnichannelAdmin.Core.Tests.Records;

public class RecordValuesTests
{
    [Fact]
    public void A_new_record_without_a_name_is_refused() =>
        Assert.Equal("NameMissing", Refusal(isNew: true).Rule);

    [Fact]
    public void An_update_does_not_need_a_name() =>
        StoreUnderTest.Values((nameof(CustomChannel.AppId), Guid.NewGuid())).Check(isNew: false);

    [Theory]
    [InlineData(null, "NameMissing")]
    [InlineData("", "NameMissing")]
    [InlineData("   ", "NameMissing")]
    [InlineData("a\u0007b", "NameHasControlCharacter")]
    public void A_bad_name_is_refused(string? name, string rule) =>
        Assert.Equal(rule, Refusal(isNew: false, (nameof(CustomChannel.Name), name)).Rule);

    [Fact]
    public void A_name_of_100_characters_fits() =>
        StoreUnderTest.Values((nameof(CustomChannel.Name), new string('x', 100))).Check(isNew: true);

    [Fact]
    public void A_name_of_101_characters_is_refused_with_both_numbers()
    {
        var error = Refusal(isNew: true, (nameof(CustomChannel.Name), new string('x', 101)));

        Assert.Equal("Name has 101 characters; the column holds at most 100.", error.Message);
    }

    [Theory]
    [InlineData("nonsense", "AppIdNotGuid")]
    [InlineData("00000000-0000-0000-0000-000000000000", "AppIdIsEmptyGuid")]
    public void A_bad_app_id_is_refused(string appId, string rule) =>
        Assert.Equal(rule, Refusal(isNew: false, (nameof(CustomChannel.AppId), appId)).Rule);

    [Fact]
    public void A_choice_outside_of_the_set_is_refused() =>
        Assert.Equal("KindNotAnOption", Refusal(isNew: false, (nameof(CustomChannel.Kind), (CustomChannelKind)7)).Rule);

    [Fact]
    public void Changing_nothing_is_refused() =>
        Assert.Equal("NothingToChange", Assert.Throws<OcValidationException>(StoreUnderTest.Values().RequireAny).Rule);

    [Fact]
    public void A_guid_is_compared_by_its_value_whatever_its_form()
    {
        var guid = Guid.NewGuid();
        var values = StoreUnderTest.Values((nameof(CustomChannel.AppId), guid.ToString("B").ToUpperInvariant()));

        Assert.Empty(values.DifferencesFrom(new CustomChannel { AppId = guid.ToString() }));
    }

    [Fact]
    public void A_difference_names_both_values()
    {
        var difference = Assert.Single(
            StoreUnderTest.Values((nameof(CustomChannel.Name), "b")).DifferencesFrom(new CustomChannel { Name = "a" }));

        Assert.Equal(("Name", "a", "b"), (difference.Column.Name, difference.Before, difference.After));
    }

    private static OcValidationException Refusal(bool isNew, params (string Property, object? Value)[] given) =>
        Assert.Throws<OcValidationException>(() => StoreUnderTest.Values(given).Check(isNew));
}
