using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class SetOcCustomChannelCommandTests
{
    private const string NewWebhook = "https://bot2.example.com";

    [Fact]
    public async Task Only_what_is_given_is_sent()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        await environment.RunAsync(Change(RecordIdentity.Of(channel)));

        var request = Assert.Single(environment.Organization.Requests.Entries, entry => entry.Method != "GET");
        Assert.Equal($$"""{"msdyn_webhookurl":"{{NewWebhook}}"}""", request.Body);
    }

    public static TheoryData<string, Action<SetOcCustomChannelCommand>> SingleChanges() => new()
    {
        { "msdyn_name", command => command.Name = "Contoso shop" },
        { "msdyn_appid", command => command.AppId = ChannelExamples.OtherTenant },
        { "msdyn_tenantid", command => command.TenantId = ChannelExamples.OtherTenant },
        { "msdyn_webhookurl", command => command.WebhookUrl = new Uri(NewWebhook) },
        { "msdyn_liveworkstreamid", command => command.Workstream = ChannelExamples.WorkstreamByName() },
        { "msdyn_ocwidgetlanguage", command => command.Language = RecordIdentity.Parse("German - Germany") },
        { "msdyn_enablefileattachmentsforcustomers", command => command.CustomerFileAttachments = true },
        { "msdyn_enablefileattachmentsforagents", command => command.AgentFileAttachments = true },
    };

    [Fact]
    public void Every_parameter_is_in_the_table()
    {
        var command = new SetOcCustomChannelCommand();
        foreach (var row in SingleChanges())
            ((Action<SetOcCustomChannelCommand>)row[1])(command);

        Assert.Empty(Completeness.NotGivenIn(command));
    }

    [Theory]
    [MemberData(nameof(SingleChanges))]
    public async Task A_parameter_changes_its_column_alone(string column, Action<SetOcCustomChannelCommand> change)
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        var before = environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!;
        var command = new SetOcCustomChannelCommand { Identity = RecordIdentity.Of(channel.Id) };
        change(command);

        await environment.RunAsync(command);

        var after = environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!;
        var moved = after.Values.Keys.Where(key => !Equals(before[key], after[key]))
            .Except(["modifiedon", "versionnumber"]);
        Assert.Equal([column], moved);
    }

    [Fact]
    public async Task A_lookup_given_as_null_is_cleared()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var create = ChannelExamples.New();
        create.Workstream = ChannelExamples.WorkstreamByName();
        var channel = (CustomChannel)(await environment.RunAsync(create)).Output[0];

        await environment.RunAsync(
            new SetOcCustomChannelCommand { Identity = RecordIdentity.Of(channel) },
            cleared: [nameof(CustomChannel.Workstream)]);

        Assert.Null(environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!["msdyn_liveworkstreamid"]);
    }

    [Fact]
    public async Task A_webhook_cannot_be_cleared()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(
            new SetOcCustomChannelCommand { Identity = RecordIdentity.Of(channel) },
            cleared: [nameof(CustomChannel.WebhookUrl)]);

        Assert.Equal("WebhookUrlMissing", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task Nothing_to_change_is_refused()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(
            new SetOcCustomChannelCommand { Identity = RecordIdentity.Parse("Contoso web") });

        Assert.Equal("NothingToChange", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Organization.Requests.Entries);
    }

    [Fact]
    public async Task A_channel_that_moved_since_it_was_read_is_left_alone()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        environment.Organization.Rows.Change(ChannelExamples.Table, channel.Id, new() { ["msdyn_name"] = "Renamed" });

        var pipeline = await environment.RunAsync(Change(RecordIdentity.Of(channel)));

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal("RecordChanged", error.Id);
        Assert.Same(channel, error.Target);
        Assert.Equal(
            "https://contoso-bot.example.com",
            environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!["msdyn_webhookurl"]);
    }

    [Fact]
    public async Task Force_writes_over_a_change_since_the_channel_was_read()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        environment.Organization.Rows.Change(ChannelExamples.Table, channel.Id, new() { ["msdyn_name"] = "Renamed" });

        var pipeline = await environment.RunAsync(Change(RecordIdentity.Of(channel)), switches: ["Force"]);

        Assert.Empty(pipeline.Errors);
    }

    [Fact]
    public async Task An_update_whose_answer_was_cut_off_is_settled_by_reading()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        environment.Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Method = "PATCH" });

        var pipeline = await environment.RunAsync(Change(RecordIdentity.Of(channel)), switches: ["PassThru"]);

        Assert.Empty(pipeline.Errors);
        Assert.Equal(new Uri(NewWebhook), Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)).WebhookUrl);
    }

    [Fact]
    public async Task A_direct_line_channel_takes_no_webhook()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var id = environment.Organization.Rows.Add(
            ChannelExamples.Table, new() { ["msdyn_name"] = "Bot", ["msdyn_occustomchannelid"] = 192350000 });

        var pipeline = await environment.RunAsync(Change(RecordIdentity.Of(id)));

        Assert.Equal("KindHasNoWebhook", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task Without_PassThru_nothing_is_answered()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(Change(RecordIdentity.Of(await environment.AddChannelAsync())));

        Assert.Empty(pipeline.Output);
    }

    [Fact]
    public async Task WhatIf_names_the_value_before_and_after_and_sends_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(
            Change(RecordIdentity.Of(await environment.AddChannelAsync())), agrees: false);

        Assert.Equal(
            "Change custom messaging channel 'Contoso web' (WebhookUrl: "
                + "https://contoso-bot.example.com → https://bot2.example.com).",
            Assert.Single(pipeline.Actions));
        Assert.Empty(environment.Writes);
    }

    private static SetOcCustomChannelCommand Change(RecordIdentity identity) =>
        new() { Identity = identity, WebhookUrl = new Uri(NewWebhook) };
}
