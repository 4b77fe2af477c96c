using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Workstreams;

public class ReadOnlyNounTests
{
    [Theory]
    [InlineData("German*")]
    [InlineData("de-DE")]
    [InlineData("DE-*")]
    [InlineData("german - germany")]
    public async Task A_language_is_found_by_its_name_and_by_its_locale(string name)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var language = await environment.OneAsync<Language>(
            new GetOcLanguageCommand { Identity = [RecordIdentity.Parse(name)] });

        Assert.Equal(("German - Germany", "de-DE", 1031), (language.Name, language.LocaleCode, language.LocaleId));
    }

    [Fact]
    public async Task Queues_are_found_by_their_type()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Rows.Add(
            "queue", new() { ["name"] = "Calls", ["msdyn_queuetype"] = (int)QueueType.Voice });

        Assert.Equal(
            "Calls", (await environment.OneAsync<Queue>(new GetOcQueueCommand { Type = QueueType.Voice })).Name);
    }

    [Fact]
    public async Task Surveys_are_found_by_their_name()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Rows.Add("msfp_survey", new() { ["msfp_name"] = "How was it?" });

        Assert.Equal(
            "How was it?", (
                await environment.OneAsync<Survey>(
                    new GetOcSurveyCommand { Identity = [RecordIdentity.Parse("How*")] })).Name);
    }

    [Theory]
    [InlineData("Contoso session")]
    [InlineData(WorkstreamExamples.Session)]
    public async Task A_session_template_is_found_by_both_its_names(string name)
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        var template = await environment.OneAsync<SessionTemplate>(
            new GetOcSessionTemplateCommand { Identity = [RecordIdentity.Parse(name)] });

        Assert.Equal(("Contoso session", WorkstreamExamples.Session), (template.Name, template.UniqueName));
    }

    [Theory]
    [InlineData("Contoso call")]
    [InlineData(WorkstreamExamples.Notification)]
    public async Task A_notification_template_is_found_by_both_its_names(string name)
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        var template = await environment.OneAsync<NotificationTemplate>(
            new GetOcNotificationTemplateCommand { Identity = [RecordIdentity.Parse(name)] });

        Assert.Equal(("Contoso call", WorkstreamExamples.Notification), (template.Name, template.UniqueName));
    }
}
