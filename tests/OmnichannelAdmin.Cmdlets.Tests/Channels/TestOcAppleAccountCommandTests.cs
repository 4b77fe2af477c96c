using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Authentication;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Payments;
using OmnichannelAdmin.Cmdlets.Tests.RichMessages;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class TestOcAppleAccountCommandTests
{
    [Fact]
    public async Task An_account_with_all_that_it_needs_passes()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        await GiveMessagesAsync(environment);

        var result = await TestAsync(environment);

        Assert.True(result.Passed, string.Join('\n', result.Findings));
        Assert.Contains(
            "https://dynamics365-omnichannel-eur.omnichannelengagementhub.com/applemessagesforbusiness",
            Find(result, AppleAccountCheckNames.MspEndpoint).Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_was_just_made_lacks_a_workstream_and_a_language()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.New());

        var result = await TestAsync(environment);

        Assert.Equal(
            [AppleAccountCheckNames.Workstream, AppleAccountCheckNames.Language],
            result.Checks.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Name));
        Assert.Equal(CheckOutcome.Skipped, Find(result, AppleAccountCheckNames.Authentication).Outcome);
    }

    public static TheoryData<string, string, Dictionary<string, object?>> Lacks() => new()
    {
        { AppleAccountCheckNames.State, "inactive", new() { ["statecode"] = 1, ["statuscode"] = 2 } },
        { AppleAccountCheckNames.AccountId, "not a GUID", new() { ["msdyn_businessid"] = "contoso" } },
        { AppleAccountCheckNames.AccountId, "none", new() { ["msdyn_businessid"] = null } },
        { AppleAccountCheckNames.Language, "none", new() { ["msdyn_ocwidgetlanguage"] = null } },
        {
            AppleAccountCheckNames.Authentication, "no setting",
            new() { ["msdyn_businessauthsettingsid"] = null, ["msdyn_v2businessauthsettingsid"] = null }
        },
        { AppleAccountCheckNames.ApplePay, "no profile", new() { ["msdyn_ocpaymentprofileid"] = null } },
        { AppleAccountCheckNames.Survey, "none is named", new() { ["msdyn_postconversationsurvey"] = null } },
        {
            AppleAccountCheckNames.Survey, "not sent as a link",
            new() { ["msdyn_postconversationsurveymode"] = 192350000 }
        },
    };

    [Theory]
    [MemberData(nameof(Lacks))]
    public async Task What_an_account_lacks_is_said_with_what_to_do(
        string check, string detail, Dictionary<string, object?> change)
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        var account = await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        await GiveMessagesAsync(environment);
        environment.Organization.Rows.Change(AppleAccountExamples.Table, account.Id, change);

        var finding = Assert.Single((await TestAsync(environment)).Findings);

        Assert.Equal(check, finding.Name);
        Assert.Contains(detail, finding.Detail, StringComparison.Ordinal);
        Assert.NotNull(finding.Advice);
    }

    [Theory]
    [InlineData(
        "msdyn_authenticationsettings", "msdyn_authenticationclientsecret", AppleAccountCheckNames.Authentication)]
    [InlineData("msdyn_authenticationsettings", "msdyn_ocauthchanneltype", AppleAccountCheckNames.Authentication)]
    [InlineData("msdyn_ocpaymentprofile", "msdyn_ocapplepayid", AppleAccountCheckNames.ApplePay)]
    [InlineData("msdyn_ocapplepay", "msdyn_ocbase64merchantcertstring", AppleAccountCheckNames.ApplePay)]
    [InlineData("msdyn_liveworkstream", "msdyn_streamsource", AppleAccountCheckNames.Workstream)]
    public async Task What_an_account_uses_is_looked_at_too(string table, string column, string check)
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());
        await GiveMessagesAsync(environment);
        foreach (var row in environment.Organization.Rows.All(table))
            environment.Organization.Rows.Change(table, row.Id, new() { [column] = null });

        Assert.Equal(check, Assert.Single((await TestAsync(environment)).Findings).Name);
    }

    [Fact]
    public async Task A_setting_and_a_profile_need_a_message_to_be_sent()
    {
        await using var environment = await AppleAccountExamples.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.NewWithEverything());

        Assert.Equal(
            [AppleAccountCheckNames.Authentication, AppleAccountCheckNames.ApplePay],
            (await TestAsync(environment)).Findings.Select(finding => finding.Name));
    }

    [Fact]
    public async Task Quietly_the_answer_is_yes_or_no()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.New());

        var pipeline = await environment.SucceedAsync(
            new TestOcAppleAccountCommand { Identity = RecordIdentity.Parse("Contoso") }, switches: ["Quiet"]);

        Assert.Equal(false, Assert.Single(pipeline.Output));
    }

    [Fact]
    public async Task Without_a_name_every_account_is_tested()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddAsync<AppleAccount>(AppleAccountExamples.New());
        var second = AppleAccountExamples.New();
        second.Name = "Fabrikam";
        await environment.AddAsync<AppleAccount>(second);

        var pipeline = await environment.SucceedAsync(new TestOcAppleAccountCommand());

        Assert.Equal(
            ["Contoso", "Fabrikam"], pipeline.Output.Cast<OcTestResult>().Select(result => result.Subject));
    }

    private static async Task GiveMessagesAsync(EnvironmentUnderTest environment)
    {
        var payment = await environment.AddMessageAsync(RichMessageExamples.Payment());
        await environment.SucceedAsync(
            new SetOcAuthSettingCommand { Identity = RecordIdentity.Parse("Contoso "
                + "login"), AddRichMessage = [RecordIdentity.Parse("Sign in")] });
        await environment.SucceedAsync(
            new SetOcPaymentProfileCommand { Identity = RecordIdentity.Parse("Contoso "
                + "shop"), AddRichMessage = [payment] });
    }

    private static Task<OcTestResult> TestAsync(EnvironmentUnderTest environment) =>
        environment.OneAsync<OcTestResult>(
            new TestOcAppleAccountCommand { Identity = RecordIdentity.Parse("Contoso") });

    private static OcCheck Find(OcTestResult result, string name) => result.Checks.Single(check => check.Name == name);
}
