using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Core.Tests.Journal;

public class ChangeUndoTests
{
    [Fact]
    public async Task A_row_that_was_made_is_removed_again()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");

        await environment.UndoAllAsync();

        Assert.Null(await environment.FindAsync(channel.Id));
    }

    [Fact]
    public async Task A_changed_column_gets_its_value_back()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        await environment.ChangeAsync(channel, "https://new.contoso.com");

        await environment.UndoAsync(change => change.Kind == ChangeKind.Update);

        Assert.Equal(channel.WebhookUrl, (await environment.FindAsync(channel.Id))!.WebhookUrl);
    }

    [Fact]
    public async Task A_row_that_was_removed_comes_back_under_its_GUID()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        await environment.RemoveAsync(channel);

        await environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        var back = (await environment.FindAsync(channel.Id))!;
        Assert.Equal((channel.Name, channel.Kind, channel.WebhookUrl), (back.Name, back.Kind, back.WebhookUrl));
    }

    [Fact]
    public async Task Several_changes_of_a_row_are_taken_back_together()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        var changed = await environment.ChangeAsync(channel, "https://second.contoso.com");
        await environment.RemoveAsync(await environment.ChangeAsync(changed, "https://third.contoso.com"));

        await environment.UndoAsync(change => change.Kind != ChangeKind.Create);

        Assert.Equal(channel.WebhookUrl, (await environment.FindAsync(channel.Id))!.WebhookUrl);
    }

    [Fact]
    public async Task Taking_back_is_recorded_and_can_be_taken_back()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        await environment.RemoveAsync(channel);
        await environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        var undo = (await environment.ChangesAsync())[2];
        await environment.UndoAsync(change => change.Id == undo.Id);

        Assert.Null(await environment.FindAsync(channel.Id));
    }

    [Fact]
    public async Task A_row_that_somebody_changed_since_is_left_alone()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        environment.Organization.Rows.Change(
            "msdyn_occustommessagingchannel", channel.Id, new() { ["msdyn_name"] = "Renamed" });

        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(environment.UndoAllAsync);

        Assert.Contains("'Contoso web' has been changed since", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_another_recorded_change_followed_is_refused_alone()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        await environment.ChangeAsync(await environment.CreateAsync("Contoso web"), "https://new.contoso.com");

        await Assert.ThrowsAsync<UndoRefusedException>(
            () => environment.UndoAsync(change => change.Kind == ChangeKind.Create));
    }

    [Fact]
    public async Task A_refused_write_needs_no_taking_back()
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.ChangeAsync(channel with { ETag = "W/\"1\"" }, "https://new.contoso.com"));

        await environment.UndoAsync(change => change.Outcome == ChangeOutcome.Failed);

        Assert.Equal(channel.ETag, (await environment.FindAsync(channel.Id))!.ETag);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_write_whose_answer_was_lost_the_row_tells_whether_it_took_place(bool tookPlace)
    {
        using var environment = await JournalledEnvironment.OpenAsync();
        var channel = await environment.CreateAsync("Contoso web");
        var fault = tookPlace ? SandboxFault.CutAfterWrite() : SandboxFault.CutBeforeWrite();
        environment.Organization.Faults.Add(fault with { Method = "PATCH" });
        await Assert.ThrowsAsync<DataverseException>(() => environment.ChangeAsync(channel, "https://new.contoso.com"));

        await environment.UndoAsync(change => change.Kind == ChangeKind.Update);

        Assert.Equal(channel.WebhookUrl, (await environment.FindAsync(channel.Id))!.WebhookUrl);
    }
}
