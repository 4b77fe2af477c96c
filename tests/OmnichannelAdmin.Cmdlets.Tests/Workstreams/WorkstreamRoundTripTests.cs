using System.Text.Json;
using OmnichannelAdmin.Cmdlets.Workstreams;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Tests.Workstreams;

public class WorkstreamRoundTripTests
{
    private const string NotificationColumn = "msdyn_notificationtemplate_";

    [Fact]
    public async Task A_new_workstream_has_the_defaults_of_the_admin_center()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        var workstream = await environment.AddWorkstreamAsync();

        var row = environment.Organization.Rows.Find(WorkstreamExamples.Table, workstream.Id)!;
        Assert.Equal(192350002, row["msdyn_streamsource"]);
        Assert.Equal(717210001, row["msdyn_mode"]);
        Assert.Equal(192350000, row["msdyn_workdistributionmode"]);
        Assert.Equal(192350000, row["msdyn_capacityformat"]);
        Assert.Equal(30, row["msdyn_capacityrequired"]);
        Assert.Equal(2880, row["msdyn_autocloseafterinactivity"]);
    }

    [Theory]
    [InlineData(StreamSource.AppleMessagesForBusiness, 2880)]
    [InlineData(StreamSource.LiveChat, 5)]
    [InlineData(StreamSource.EntityRecords, 1440)]
    [InlineData(StreamSource.Voice, null)]
    public void Conversations_close_after_the_time_that_their_channel_calls_for(StreamSource source, int? minutes) =>
        Assert.Equal(minutes, WorkstreamDefaults.AutoCloseAfterInactivity(source));

    [Fact]
    public void The_example_with_everything_gives_every_parameter_but_the_units_that_profiles_replace() =>
        Assert.Equal(
            [nameof(NewOcWorkstreamCommand.Capacity)],
            Completeness.NotGivenIn(WorkstreamExamples.NewWithEverything()));

    [Fact]
    public async Task What_was_made_is_what_is_read()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        var made = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());
        var read = await environment.OneAsync<Workstream>(
            new GetOcWorkstreamCommand { Identity = [RecordIdentity.Of(made.Id)] });

        Assert.Equal(JsonSerializer.Serialize(made), JsonSerializer.Serialize(read));
        Assert.Equal("Available, Busy", read.AllowedPresences?.ToString());
        Assert.Equal(["Calls", "Chats"], read.CapacityProfiles.Select(profile => profile.Name));
        Assert.Equal(CapacityFormat.ProfileBased, read.CapacityFormat);
        Assert.Equal(WorkstreamExamples.Queue, read.DefaultQueue?.Name);
        Assert.Equal(WorkstreamExamples.Bot, read.Bot?.Name);
        Assert.Equal(WorkstreamExamples.Session, read.SessionTemplate);
        Assert.Equal(WorkstreamExamples.Notification, read.CallbackPreviewNotification);
        Assert.Equal(
            (15, 900, 60),
            (read.BlockCapacityForWrapUp, read.BlockCapacityForWrapUpSeconds, read.AutoCloseAfterInactivity));
    }

    [Fact]
    public async Task A_listing_shows_the_capacity_profiles_too()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());

        var pipeline = await environment.SucceedAsync(new GetOcWorkstreamCommand());

        var counts = pipeline.Output.Cast<Workstream>().ToDictionary(
            workstream => workstream.Name, workstream => workstream.CapacityProfiles.Count);
        Assert.Equal(2, counts["Contoso messaging"]);
        Assert.Equal(0, counts["Messaging workstream"]);
    }

    [Fact]
    public async Task Workstreams_are_found_by_their_kind_of_channel()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        await environment.AddAsync<Workstream>(
            new NewOcWorkstreamCommand { Name = "Apple", StreamSource = StreamSource.AppleMessagesForBusiness });

        var workstream = await environment.OneAsync<Workstream>(
            new GetOcWorkstreamCommand { StreamSource = StreamSource.AppleMessagesForBusiness });

        Assert.Equal("Apple", workstream.Name);
    }

    public static TheoryData<string, SetOcWorkstreamCommand, string[]> Settings()
    {
        var notification = RecordIdentity.Parse(WorkstreamExamples.Notification);
        return new()
        {
            { "Name", new() { Name = "Other" }, ["msdyn_name"] },
            { "Mode", new() { Mode = WorkstreamMode.Legacy }, ["msdyn_mode"] },
            { "AllowedPresences", new() { AllowedPresences = [BasePresence.Away] }, ["msdyn_allowedpresences"] },
            { "AgentAffinity", new() { AgentAffinity = true }, ["msdyn_enableagentaffinity"] },
            { "Capacity", new() { Capacity = 40 }, ["msdyn_capacityrequired"] },
            {
                "CapacityProfile", new() { CapacityProfile = [RecordIdentity.Parse("Chats")] }, ["msdyn_capacityformat"]
            },
            { "BlockCapacityForWrapUp", new() { BlockCapacityForWrapUp = 5 }, ["msdyn_blockcapacityforwrapup"] },
            {
                "BlockCapacityForWrapUpSeconds", new() { BlockCapacityForWrapUpSeconds = 5 },
                ["msdyn_blockcapacityforwrapupinseconds"]
            },
            { "AutoCloseAfterInactivity", new() { AutoCloseAfterInactivity = 5 }, ["msdyn_autocloseafterinactivity"] },
            {
                "DefaultQueue", new() { DefaultQueue = RecordIdentity.Parse(WorkstreamExamples.Queue) },
                ["msdyn_defaultqueue"]
            },
            { "Bot", new() { Bot = RecordIdentity.Parse(WorkstreamExamples.Bot) }, ["msdyn_bot_user"] },
            {
                "SessionTemplate", new() { SessionTemplate = RecordIdentity.Parse("Contoso session") },
                ["msdyn_sessiontemplate_default"]
            },
            {
                "IncomingAuthenticatedNotification",
                new() { IncomingAuthenticatedNotification = notification },
                [NotificationColumn + "incoming_auth"]
            },
            {
                "IncomingUnauthenticatedNotification",
                new() { IncomingUnauthenticatedNotification = notification },
                [NotificationColumn + "incoming_unauth"]
            },
            { "ConsultNotification", new() { ConsultNotification = notification }, [NotificationColumn + "consult"] },
            {
                "TransferNotification", new() { TransferNotification = notification }, [NotificationColumn + "transfer"]
            },
            {
                "SupervisorAssignNotification",
                new() { SupervisorAssignNotification = notification },
                [NotificationColumn + "supervisorassign"]
            },
            {
                "ReturningConversationNotification",
                new() { ReturningConversationNotification = notification },
                [NotificationColumn + "returning_conv_assig"]
            },
            {
                "AgentDialNotification", new() { AgentDialNotification = notification },
                [NotificationColumn + "agent_dial"]
            },
            { "PreDialNotification", new() { PreDialNotification = notification }, [NotificationColumn + "pre_dial"] },
            {
                "CallbackPreviewNotification",
                new() { CallbackPreviewNotification = notification },
                [NotificationColumn + "callback_previewdialing"]
            },
        };
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_parameter_changes_its_column_and_switch_alone(
        string parameter, SetOcWorkstreamCommand command, string[] columns)
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddWorkstreamAsync();
        command.Identity = RecordIdentity.Of(workstream);

        var changed = await environment.ColumnsChangedAsync(
            WorkstreamExamples.Table, workstream.Id, () => environment.SucceedAsync(command));

        Assert.True(columns.SequenceEqual(changed), $"{parameter} changed {string.Join(", ", changed)}.");
    }

    [Fact]
    public void Every_parameter_is_in_the_table() => Assert.Equal(
        Completeness.SettersOf<SetOcWorkstreamCommand>(),
        Settings().Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Units_take_the_place_of_profiles()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());

        var changed = await environment.ColumnsChangedAsync(
            WorkstreamExamples.Table, workstream.Id, () => environment.SucceedAsync(
            new SetOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream), Capacity = 20 }));

        Assert.Equal(["msdyn_capacityformat", "msdyn_capacityrequired"], changed);
    }

    [Fact]
    public async Task Capacity_profiles_are_replaced_by_those_given()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());

        await environment.SucceedAsync(new SetOcWorkstreamCommand
        {
            Identity = RecordIdentity.Of(workstream),
            CapacityProfile = [RecordIdentity.Parse("Calls")],
        });

        Assert.Equal(
            "Calls", Assert.Single(environment.Organization.Rows.All(WorkstreamExamples.ProfileTable))["msdyn_name"]);
    }

    [Fact]
    public async Task Taking_all_capacity_profiles_away_goes_back_to_units()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());

        var command = new SetOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream) };
        await environment.SucceedAsync(command, cleared: [nameof(command.CapacityProfile)]);

        Assert.Empty(environment.Organization.Rows.All(WorkstreamExamples.ProfileTable));
        Assert.Equal(
            192350000,
            environment.Organization.Rows.Find(WorkstreamExamples.Table, workstream.Id)!["msdyn_capacityformat"]);
    }

    [Fact]
    public async Task Nothing_of_a_workstream_stays_behind()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var workstream = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());
        await environment.AddAsync<ContextVariable>(new NewOcContextVariableCommand
        {
            Name = "Order",
            Workstream = RecordIdentity.Of(workstream),
            Type = ContextVariableType.Text,
        });

        await environment.SucceedAsync(new RemoveOcWorkstreamCommand { Identity = RecordIdentity.Of(workstream) });

        Assert.Null(environment.Organization.Rows.Find(WorkstreamExamples.Table, workstream.Id));
        Assert.Empty(environment.Organization.Rows.All(WorkstreamExamples.ProfileTable));
        Assert.Empty(environment.Organization.Rows.All(WorkstreamExamples.VariableTable));
    }

    [Fact]
    public async Task WhatIf_shows_the_workstream_as_it_would_be_and_writes_nothing()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();

        var pipeline = await environment.RunAsync(
            WorkstreamExamples.NewWithEverything(), agrees: false, switches: [nameof(NewOcWorkstreamCommand.PassThru)]);

        var planned = Assert.IsType<Workstream>(Assert.Single(pipeline.Output));
        Assert.Equal(["Chats", "Calls"], planned.CapacityProfiles.Select(profile => profile.Name));
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_second_run_with_IfNotExists_makes_no_second_workstream()
    {
        await using var environment = await WorkstreamExamples.OpenAsync();
        var first = await environment.AddAsync<Workstream>(WorkstreamExamples.NewWithEverything());

        var pipeline = await environment.SucceedAsync(
            WorkstreamExamples.New(first.Name.ToUpperInvariant()),
            switches: [nameof(NewOcWorkstreamCommand.IfNotExists)]);

        var answered = Assert.IsType<Workstream>(Assert.Single(pipeline.Output));
        Assert.Equal(first.Id, answered.Id);
        Assert.Equal(first.CapacityProfiles, answered.CapacityProfiles);
        Assert.Empty(environment.Writes);
    }
}
