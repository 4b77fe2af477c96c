using OmnichannelAdmin.Cmdlets.Journal;
using OmnichannelAdmin.Cmdlets.Tests.Configuration;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Cmdlets.Tests.Journal;

public sealed class ChangeCommandTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Changes_are_read_from_the_journal_of_the_connection()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);
        await environment.ApplyAsync();

        Assert.Equal(
            ["Web chats", "Contoso web"],
            (await ReadAsync(new GetOcChangeCommand { Connection = environment.Connection })).Select(
                change => change.Name));
    }

    [Fact]
    public async Task Changes_are_found_by_name()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);
        await environment.ApplyAsync();

        Assert.Single(await ReadAsync(new GetOcChangeCommand { Path = _path, Name = "contoso*" }));
    }

    [Fact]
    public async Task Without_a_journal_it_says_how_to_name_one()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var pipeline = new RecordingPipeline();

        await new GetOcChangeCommand { Connection = environment.Connection }.RunGuardedAsync(
            pipeline, CancellationToken.None);

        Assert.Equal("JournalUnknown", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task Changes_are_taken_back_together_as_one_change_set()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);
        await environment.ApplyAsync();
        var changes = await ReadAsync(new GetOcChangeCommand { Path = _path });
        environment.Organization.Requests.Clear();

        await environment.RunAsync(new UndoOcChangeCommand { Change = [.. changes.Select(change => change.Id)] });

        Assert.Single(environment.Writes);
        Assert.Empty(environment.Organization.Rows.All("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task Everything_since_a_time_is_taken_back()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);
        await environment.ApplyAsync();

        await environment.RunAsync(new UndoOcChangeCommand { Since = DateTimeOffset.MinValue });

        Assert.Empty(environment.Organization.Rows.All("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task WhatIf_says_what_would_be_taken_back_and_sends_no_write()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);
        await environment.ApplyAsync();
        environment.Organization.Requests.Clear();

        var pipeline = await environment.RunAsync(
            new UndoOcChangeCommand { Since = DateTimeOffset.MinValue }, agrees: false);

        Assert.Contains(
            "Remove custom messaging channel 'Contoso web'", Assert.Single(pipeline.Actions), StringComparison.Ordinal);
        Assert.Empty(environment.Writes);
    }

    [Fact]
    public async Task A_record_that_was_changed_since_is_an_error_with_an_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);
        await environment.ApplyAsync();
        var row = environment.Organization.Rows.All("msdyn_occustommessagingchannel")[0];
        environment.Organization.Rows.Change(row.Table, row.Id, new() { ["msdyn_name"] = "Renamed" });

        var pipeline = await environment.RunAsync(new UndoOcChangeCommand { Since = DateTimeOffset.MinValue });

        Assert.Equal("UndoRefused", Assert.Single(pipeline.Errors).Id);
    }

    [Fact]
    public async Task An_unknown_change_is_warned_of()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync(journalPath: _path);

        var pipeline = await environment.RunAsync(new UndoOcChangeCommand { Change = [Guid.NewGuid()] });

        Assert.Contains("no such change", Assert.Single(pipeline.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_and_its_GUID_mean_the_same()
    {
        var id = Guid.NewGuid();

        Assert.Equal(
            new[] { id, id },
            (Guid[]?)new ChangeIdTransformationAttribute().Transform(null!, new object[] { id, id.ToString() }));
    }

    private static async Task<IReadOnlyList<RecordedChange>> ReadAsync(GetOcChangeCommand command)
    {
        var pipeline = new RecordingPipeline();
        await command.RunGuardedAsync(pipeline, CancellationToken.None);
        return [.. pipeline.Output.Cast<RecordedChange>()];
    }
}
