using System.Net;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Journal;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class WebhookAuthenticationCommandTests
{
    private const string Identities = "managedidentity";
    private const string Lookup = "managedidentityid";

    private static readonly Uri OtherWebhook = new("https://other-bot.example.com");

    [Fact]
    public async Task Enabling_makes_the_identity_and_binds_it_in_one_change_set()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        await environment.RunAsync(Enable(channel));

        Assert.Equal("POST /api/data/v9.2/$batch", Assert.Single(environment.Writes));
        var identity = Assert.Single(environment.Organization.Rows.All(Identities));
        Assert.Equal(ChannelExamples.AppId, identity["applicationid"]);
        Assert.Equal(2, identity["credentialsource"]);
        Assert.Equal(1, identity["subjectscope"]);
    }

    [Fact]
    public async Task Enabling_answers_with_what_Entra_must_trust()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        var answer = Only(await environment.RunAsync(Enable(channel)));

        Assert.Equal($"https://login.microsoftonline.com/{channel.TenantId}/v2.0", answer.Issuer);
        Assert.Equal("api://AzureADTokenExchange", answer.Audience);
        Assert.Contains("component:", answer.Subject);
        Assert.Contains(answer.Subject!, answer.AzureCliCommand);
        Assert.Contains($"applications(appId=''{channel.AppId}'')", answer.GraphCommand);
    }

    [Fact]
    public async Task Enabling_twice_makes_one_identity()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();

        var first = Only(await environment.RunAsync(Enable()));
        var second = Only(await environment.RunAsync(Enable()));

        Assert.Equal(first, second);
        Assert.Single(environment.Organization.Rows.All(Identities));
    }

    [Fact]
    public async Task Enabling_under_WhatIf_writes_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(Enable(), agrees: false);

        Assert.Contains("managed identity 'Contoso web webhook'", Assert.Single(pipeline.Actions));
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_channel_that_changed_since_it_was_read_gets_no_identity()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        environment.Organization.Rows.Change(ChannelExamples.Table, channel.Id, new() { ["msdyn_name"] = "Renamed" });

        var pipeline = await environment.RunAsync(Enable(channel));

        Assert.Equal("RecordChanged", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Organization.Rows.All(Identities));
    }

    [Fact]
    public async Task A_channel_without_a_webhook_cannot_be_signed_for()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Rows.Add(
            ChannelExamples.Table, new() { ["msdyn_name"] = "Bot", ["msdyn_occustomchannelid"] = 192350000 });

        var pipeline = await environment.RunAsync(
            new EnableOcWebhookAuthenticationCommand { Identity = RecordIdentity.Parse("Bot") });

        Assert.Equal("ChannelCannotSign", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task Reading_a_channel_without_an_identity_says_that_it_is_off()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();

        var answer = Only(await environment.RunAsync(Get()));

        Assert.False(answer.IsEnabled);
        Assert.Null(answer.Subject);
    }

    [Fact]
    public async Task Reading_says_that_the_subject_is_still_the_same()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        var enabled = Only(await environment.RunAsync(Enable()));

        Assert.False(Only(await environment.RunAsync(Get(enabled.Subject))).SubjectChanged);
    }

    [Fact]
    public async Task Changing_the_webhook_warns_and_makes_another_subject()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        var enabled = Only(await environment.RunAsync(Enable()));

        var set = await environment.RunAsync(SetWebhook());
        var get = await environment.RunAsync(Get(enabled.Subject));

        Assert.Contains("Get-OcWebhookAuthentication", Assert.Single(set.Warnings));
        Assert.True(Only(get).SubjectChanged);
        Assert.Contains("has changed", Assert.Single(get.Warnings));
    }

    [Fact]
    public async Task Changing_the_webhook_of_a_channel_without_signing_warns_of_nothing()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();

        var set = await environment.RunAsync(SetWebhook());

        Assert.Empty(set.Warnings);
    }

    [Fact]
    public async Task Disabling_unbinds_the_identity_and_removes_it()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();
        await environment.RunAsync(Enable());

        var answer = Only(await environment.RunAsync(Disable(), switches: ["PassThru"]));

        Assert.False(answer.IsEnabled);
        Assert.Empty(environment.Organization.Rows.All(Identities));
        Assert.Null(environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!["managedidentityid"]);
    }

    [Fact]
    public async Task Disabling_keeps_an_identity_that_another_channel_uses()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        await ShareIdentityAsync(environment);

        await environment.RunAsync(Disable());

        Assert.Single(environment.Organization.Rows.All(Identities));
    }

    [Fact]
    public async Task Removing_a_channel_removes_its_identity_in_the_same_change_set()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        await environment.RunAsync(Enable());
        environment.Organization.Requests.Clear();

        var pipeline = await environment.RunAsync(Remove(), switches: ["PassThru"]);

        Assert.Equal("Contoso web", Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)).Name);
        Assert.Equal("POST /api/data/v9.2/$batch", Assert.Single(environment.Writes));
        Assert.Empty(environment.Organization.Rows.All(Identities));
        Assert.Empty(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task Removing_a_channel_keeps_an_identity_that_another_channel_uses()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        await ShareIdentityAsync(environment);

        await environment.RunAsync(Remove());

        Assert.Single(environment.Organization.Rows.All(Identities));
        Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task Enabling_can_be_taken_back_together_with_other_changes_of_the_channel()
    {
        using var journal = new TemporaryFile("");
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: journal.Path);
        var channel = await environment.AddChannelAsync();
        var since = environment.Time.GetUtcNow().AddSeconds(1);
        environment.Time.Advance(TimeSpan.FromSeconds(2));
        await environment.RunAsync(Enable());
        await environment.RunAsync(SetWebhook());

        var pipeline = await environment.RunAsync(new UndoOcChangeCommand { Since = since });

        Assert.Empty(pipeline.Errors);
        Assert.Empty(environment.Organization.Rows.All(Identities));
        Assert.Equal(
            channel.WebhookUrl!.OriginalString,
            environment.Organization.Rows.Find(ChannelExamples.Table, channel.Id)!["msdyn_webhookurl"]);
    }

    [Fact]
    public async Task A_channel_that_was_removed_comes_back_with_its_identity()
    {
        using var journal = new TemporaryFile("");
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: journal.Path);
        await environment.AddChannelAsync();
        var enabled = Only(await environment.RunAsync(Enable()));
        environment.Time.Advance(TimeSpan.FromSeconds(2));
        await environment.RunAsync(Remove());

        await environment.RunAsync(new UndoOcChangeCommand { Since = environment.Time.GetUtcNow().AddSeconds(-1) });

        Assert.Equal(enabled.ManagedIdentityId, Only(await environment.RunAsync(Get())).ManagedIdentityId);
    }

    [Fact]
    public async Task Channels_are_managed_as_ever_where_the_environment_lacks_the_column()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(withoutLookup: Lookup);
        await environment.AddChannelAsync();

        RecordingPipeline[] pipelines =
        [
            await environment.RunAsync(new GetOcCustomChannelCommand()),
            await environment.RunAsync(SetWebhook(), switches: ["PassThru"]),
            await environment.RunAsync(Remove(), switches: ["PassThru"]),
        ];

        Assert.All(pipelines, pipeline => Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output)));
        Assert.All(pipelines, pipeline => Assert.Empty(pipeline.Warnings));
        Assert.Empty(environment.Organization.Rows.All(ChannelExamples.Table));
    }

    [Fact]
    public async Task What_is_removed_comes_back_from_the_journal_where_the_environment_lacks_the_column()
    {
        using var journal = new TemporaryFile("");
        await using var environment = await EnvironmentUnderTest.OpenAsync(
            journalPath: journal.Path, withoutLookup: Lookup);
        await environment.RunAsync(new NewOcWorkstreamCommand { Name = "Chats", StreamSource = StreamSource.Custom });
        var create = ChannelExamples.New();
        create.Workstream = RecordIdentity.Parse("Chats");
        await environment.RunAsync(create);
        environment.Time.Advance(TimeSpan.FromSeconds(2));

        var removal = await environment.RunAsync(Remove());
        var undo = await environment.RunAsync(
            new UndoOcChangeCommand { Since = environment.Time.GetUtcNow().AddSeconds(-1) });

        Assert.Empty(removal.Errors.Concat(undo.Errors));
        var back = Assert.Single(environment.Organization.Rows.All(ChannelExamples.Table));
        Assert.NotNull(back["msdyn_liveworkstreamid"]);
    }

    [Fact]
    public async Task What_leads_to_a_removed_row_is_looked_up_without_the_column()
    {
        using var journal = new TemporaryFile("");
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: journal.Path);
        await environment.RunAsync(new NewOcWorkstreamCommand { Name = "Chats", StreamSource = StreamSource.Custom });
        environment.Organization.Requests.Clear();

        await environment.RunAsync(new RemoveOcWorkstreamCommand { Identity = RecordIdentity.Parse("Chats") });

        Assert.DoesNotContain(environment.Organization.Requests.Entries, entry => entry.Url.Query.Contains(Lookup));
        Assert.DoesNotContain(
            environment.Organization.Rows.All("msdyn_liveworkstream"), row => (string?)row["msdyn_name"] == "Chats");
    }

    [Fact]
    public async Task Making_reading_and_renaming_channels_asks_for_no_identity()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        await environment.RunAsync(ChannelExamples.New());
        await environment.RunAsync(new GetOcCustomChannelCommand());
        await environment.RunAsync(
            new SetOcCustomChannelCommand { Identity = RecordIdentity.Parse("Contoso web"), Name = "Shop" });

        Assert.DoesNotContain(environment.Organization.Requests.Entries, entry => entry.Url.Query.Contains(Lookup));
    }

    [Fact]
    public async Task Where_the_environment_lacks_the_column_reading_says_so_and_that_it_is_off()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(withoutLookup: Lookup);
        await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(Get());

        Assert.False(Only(pipeline).IsEnabled);
        Assert.Contains("lacks the column managedidentityid", Assert.Single(pipeline.Warnings));
    }

    [Fact]
    public async Task Where_the_environment_lacks_the_column_enabling_is_refused_and_nothing_is_written()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(withoutLookup: Lookup);
        await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(Enable());

        Assert.Equal("WebhookAuthenticationNotSupported", Assert.Single(pipeline.Errors).Id);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task Where_the_environment_lacks_the_column_there_is_nothing_to_disable()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(withoutLookup: Lookup);
        await environment.AddChannelAsync();

        var pipeline = await environment.RunAsync(Disable(), switches: ["PassThru"]);

        Assert.False(Only(pipeline).IsEnabled);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task Another_refusal_is_not_taken_for_a_missing_column()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        await environment.AddChannelAsync();
        var fault = SandboxFault.Answer(HttpStatusCode.BadRequest, "0x80060888", "Something else is wrong.");
        environment.Organization.Faults.Add(fault with { Url = Lookup });

        Assert.Equal("DataverseInvalidArgument", Assert.Single((await environment.RunAsync(Get())).Errors).Id);
    }

    private static SetOcCustomChannelCommand SetWebhook() =>
        new() { Identity = RecordIdentity.Parse("Contoso web"), WebhookUrl = OtherWebhook };

    private static async Task ShareIdentityAsync(EnvironmentUnderTest environment)
    {
        var enabled = Only(await environment.RunAsync(Enable()));
        var other = await environment.AddChannelAsync("Contoso mobile");
        environment.Organization.Rows.Change(
            ChannelExamples.Table, other.Id, new() { ["managedidentityid"] = enabled.ManagedIdentityId });
    }

    private static WebhookAuthentication Only(RecordingPipeline pipeline) =>
        Assert.IsType<WebhookAuthentication>(Assert.Single(pipeline.Output));

    private static EnableOcWebhookAuthenticationCommand Enable(CustomChannel? channel = null) => new()
    {
        Identity = channel is null ? RecordIdentity.Parse("Contoso web") : RecordIdentity.Of(channel),
    };

    private static GetOcWebhookAuthenticationCommand Get(string? knownSubject = null) =>
        new() { Identity = RecordIdentity.Parse("Contoso web"), KnownSubject = knownSubject };

    private static DisableOcWebhookAuthenticationCommand Disable() =>
        new() { Identity = RecordIdentity.Parse("Contoso web") };

    private static RemoveOcCustomChannelCommand Remove() => new() { Identity = RecordIdentity.Parse("Contoso web") };
}
