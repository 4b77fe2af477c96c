using System.Net;
using System.Text.Json;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class NewOcCustomChannelCommandTests
{
    [Fact]
    public async Task A_new_channel_has_the_columns_that_the_documented_script_writes()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        await environment.RunAsync(ChannelExamples.New());

        var row = Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
        Assert.Equal(192350005, row.Values["msdyn_occustomchannelid"]);
        Assert.Equal("Contoso web", row.Values["msdyn_name"]);
        Assert.Equal("9f6c021d-1234-4abc-8df7-123456789abc", row.Values["msdyn_appid"]);
        Assert.Equal("https://contoso-bot.example.com", row.Values["msdyn_webhookurl"]);
    }

    [Fact]
    public async Task The_tenant_is_the_connections_own_unless_given()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var channel = await environment.AddChannelAsync();

        Assert.Equal(environment.Connection.TenantId.ToString(), channel.TenantId);
    }

    [Fact]
    public async Task Every_parameter_reaches_its_column()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(ChannelExamples.NewWithEverything());

        var channel = Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output));
        Assert.Equal(ChannelExamples.OtherTenant.ToString(), channel.TenantId);
        Assert.Equal(ChannelExamples.Workstream, channel.Workstream?.Name);
        Assert.Equal("English - United States", channel.Language?.Name);
        Assert.True(channel.CustomerFileAttachments);
        Assert.True(channel.AgentFileAttachments);
    }

    [Fact]
    public void The_example_with_everything_gives_every_parameter() =>
        Assert.Empty(Completeness.NotGivenIn(ChannelExamples.NewWithEverything()));

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var made = await environment.AddAsync<CustomChannel>(ChannelExamples.NewWithEverything());
        var read = await environment.OneAsync<CustomChannel>(
            new GetOcCustomChannelCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
    }

    [Fact]
    public async Task The_activities_url_is_the_webhook_with_the_platforms_path()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = ChannelExamples.New();
        command.WebhookUrl = new Uri("https://contoso-bot.example.com/api/");

        var pipeline = await environment.RunAsync(command);

        Assert.Equal(
            "https://contoso-bot.example.com/api/v3/conversations/{conversationId}/activities",
            Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)).ActivitiesUrl);
    }

    public static TheoryData<string, NewOcCustomChannelCommand> BadInputs() => new()
    {
        { "NameMissing", With(command => command.Name = null) },
        { "NameMissing", With(command => command.Name = "  ") },
        { "NameTooLong", With(command => command.Name = new string('x', 101)) },
        { "NameHasControlCharacter", With(command => command.Name = "a\u0001b") },
        { "AppIdMissing", With(command => command.AppId = null) },
        { "AppIdIsEmptyGuid", With(command => command.AppId = Guid.Empty) },
        { "TenantIdIsEmptyGuid", With(command => command.TenantId = Guid.Empty) },
        { "WebhookUrlMissing", With(command => command.WebhookUrl = null) },
        { "WebhookUrlNotHttps", With(command => command.WebhookUrl = new Uri("http://bot.example.com")) },
        { "WebhookUrlHasQuery", With(command => command.WebhookUrl = new Uri("https://bot.example.com?a=1")) },
        { "WebhookUrlIsLoopback", With(command => command.WebhookUrl = new Uri("https://localhost")) },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task A_bad_value_is_refused_before_anything_is_sent(string id, NewOcCustomChannelCommand command)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(command);

        Assert.Equal(id, Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Organization.Requests.Entries);
    }

    [Fact]
    public async Task An_unknown_workstream_is_met_before_the_write()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var command = ChannelExamples.New();
        command.Workstream = RecordIdentity.Parse("No such workstream");

        var pipeline = await environment.RunAsync(command);

        Assert.Equal("RecordNotFound", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task Twice_with_IfNotExists_makes_one_channel()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var first = await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(
            ChannelExamples.New(), switches: [nameof(NewOcCustomChannelCommand.IfNotExists)]);

        Assert.Equal(first.Id, Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)).Id);
        Assert.Empty(pipeline.Warnings);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task IfNotExists_says_where_the_existing_channel_differs_and_leaves_it()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        var command = ChannelExamples.New();
        command.WebhookUrl = new Uri("https://other.example.com");

        var pipeline = await environment.RunAsync(command, switches: [nameof(command.IfNotExists)]);

        Assert.Contains("WebhookUrl is 'https://contoso-bot.example.com", Assert.Single(pipeline.Warnings));
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_create_whose_answer_was_cut_off_makes_one_channel()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Method = "POST" });

        var pipeline = await environment.RunAsync(ChannelExamples.New());

        Assert.Single(pipeline.Output);
        Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task A_create_that_was_cut_off_before_it_was_carried_out_makes_one_channel()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Faults.Add(SandboxFault.CutBeforeWrite() with { Method = "POST" });

        await environment.RunAsync(ChannelExamples.New());

        Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task Two_503_in_a_row_are_waited_out()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Faults.Add(SandboxFault.Answer(HttpStatusCode.ServiceUnavailable) with { Times = 2 });

        var pipeline = await environment.RunAsync(ChannelExamples.New());

        Assert.Empty(pipeline.Errors);
        Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task WhatIf_with_PassThru_answers_with_the_channel_as_it_would_be()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(
            ChannelExamples.New(), agrees: false, switches: [nameof(NewOcCustomChannelCommand.PassThru)]);

        Assert.Equal("Contoso web", Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)).Name);
        Assert.Empty(environment.Writes);
    }

    private static NewOcCustomChannelCommand With(Action<NewOcCustomChannelCommand> change)
    {
        var command = ChannelExamples.New();
        change(command);
        return command;
    }
}
