using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Core.Tests.Journal;

public class ChangeJournalTests
{
    [Fact]
    public async Task A_write_is_recorded_with_who_when_what_and_the_request()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");

        var change = Assert.Single(await environment.ChangesAsync());

        Assert.Equal(
            (ChangeKind.Create, "CustomChannel", channel.Id, "Contoso "
                + "web", ChangeOutcome.Done, channel.ETag, "Sandbox Administrator"),
            (change.Kind, change.Record, change.RecordId, change.Name, change.Outcome, change.ETagAfter, change.User));
        Assert.NotNull(change.RequestId);
        Assert.Equal(environment.Connection.OrganizationId, change.OrganizationId);
    }

    [Fact]
    public async Task A_change_holds_the_values_before_and_after()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        await environment.ChangeAsync(await environment.CreateAsync("Contoso web"), "https://new.contoso.com");

        var column = Assert.Single((await environment.ChangesAsync())[1].Columns);

        Assert.Equal("WebhookUrl: \"https://bot.contoso.com\" → \"https://new.contoso.com\"", column.ToString());
    }

    [Fact]
    public async Task Each_write_of_a_change_set_is_recorded()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var one = await environment.CreateAsync("One");
        var two = await environment.CreateAsync("Two");

        await environment.Store.ApplyAllAsync(
            [RecordWrite.Delete(one, one.ETag), RecordWrite.Delete(two, two.ETag)], CancellationToken.None);

        Assert.Equal(
            ["One", "Two"],
            (await environment.ChangesAsync()).Where(change => change.Kind == ChangeKind.Delete)
                .Select(change => change.Name));
    }

    [Fact]
    public async Task A_write_that_cannot_be_recorded_is_not_sent()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        File.Delete(environment.Path);
        Directory.CreateDirectory(environment.Path);

        await Assert.ThrowsAsync<JournalException>(() => environment.CreateAsync("Contoso web"));

        Assert.DoesNotContain(environment.Organization.Requests.Entries, request => request.Method != "GET");
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_stops_the_connection()
    {
        using var environment = await JournalledEnvironment.OpenAsync();

        await Assert.ThrowsAsync<JournalException>(
            () => environment.ConnectAsync(Path.Combine(environment.Path, "missing", "changes.jsonl")));
    }

    [Fact]
    public async Task A_refused_write_is_recorded_as_not_carried_out()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");

        await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.ChangeAsync(channel with { ETag = "W/\"1\"" }, "https://new.contoso.com"));

        Assert.Equal(ChangeOutcome.Failed, (await environment.ChangesAsync())[1].Outcome);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recorded_as_unknown()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        environment.Organization.Faults.Add(SandboxFault.CutAfterWrite() with { Method = "POST" });

        await Assert.ThrowsAsync<DataverseException>(() => environment.CreateAsync("Contoso web"));

        Assert.Equal(ChangeOutcome.Unknown, Assert.Single(await environment.ChangesAsync()).Outcome);
    }

    [Fact]
    public async Task Half_a_line_that_a_dead_process_left_swallows_no_other()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        await environment.CreateAsync("One");
        await File.AppendAllTextAsync(environment.Path, "{\"id\":\"");
        await environment.CreateAsync("Two");

        var (changes, broken) = await ChangeJournal.ReadAsync(environment.Path, CancellationToken.None);

        Assert.Equal((2, 1), (changes.Count(change => change.Outcome == ChangeOutcome.Done), broken));
    }

    [Fact]
    public async Task Several_writers_on_one_file_lose_no_line()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        using var other = await environment.ConnectAsync(environment.Path);

        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => environment.CreateAsync($"Channel {number}")));

        Assert.Equal(40, (await environment.ChangesAsync()).Count(change => change.Outcome == ChangeOutcome.Done));
        Assert.Equal(80, (await File.ReadAllLinesAsync(environment.Path)).Length);
    }

    [Fact]
    public async Task What_a_forced_write_overwrites_is_recorded_as_it_was()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var seen = await environment.CreateAsync("Contoso web");
        await environment.ChangeAsync(seen, "https://other.contoso.com");
        var values = new RecordValues(
            TableModel.Of<CustomChannel>()) { [nameof(CustomChannel.WebhookUrl)] = new Uri(
                "https://forced.contoso.com") };

        await environment.Store.ApplyAsync(RecordWrite.Update(seen, values, etag: null), CancellationToken.None);

        Assert.Equal(
            "https://other.contoso.com",
            ((Uri)(await environment.ChangesAsync())[2].Columns[0].Before!).OriginalString);
    }
}
