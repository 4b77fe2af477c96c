using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Core.Tests.Journal;

public sealed class LinkUndoTests : IAsyncLifetime
{
    private JournalledEnvironment _environment = null!;
    private QuickReply _reply = null!;
    private RecordReference _tag = null!;

    public async Task InitializeAsync()
    {
        _environment = await JournalledEnvironment.OpenAsync();
        _reply = await _environment.MakeAsync<QuickReply>(
            (nameof(QuickReply.Name), "Greeting"), (nameof(QuickReply.Message), "Hello"));
        var tag = await _environment.MakeAsync<Tag>((nameof(Tag.Name), "friendly"));
        _tag = new RecordReference(tag.Id, tag.Name);
    }

    public Task DisposeAsync()
    {
        _environment.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_link_is_taken_away_again()
    {
        await RelinkAsync([_tag]);

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Link);

        Assert.Empty(await TagsAsync());
    }

    [Fact]
    public async Task A_link_that_was_taken_away_comes_back()
    {
        await RelinkAsync([_tag]);
        await RelinkAsync([]);

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Unlink);

        Assert.Equal([_tag], await TagsAsync());
    }

    [Fact]
    public async Task A_row_that_was_removed_comes_back_with_its_links()
    {
        await RelinkAsync([_tag]);
        await _environment.RemoveAsync((await ReplyAsync())!);

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        Assert.Equal([_tag], await TagsAsync());
    }

    [Fact]
    public async Task A_row_that_was_linked_and_then_removed_comes_back_without_the_link()
    {
        await RelinkAsync([_tag]);
        await _environment.RemoveAsync((await ReplyAsync())!);

        await _environment.UndoAsync(change => change.Kind is ChangeKind.Link or ChangeKind.Delete);

        Assert.Empty(await TagsAsync());
    }

    [Fact]
    public async Task A_link_that_somebody_took_away_since_is_not_taken_away_again()
    {
        await RelinkAsync([_tag]);
        using (var other = await _environment.ConnectAsync(_environment.Path + ".other"))
        {
            var writes = RecordWrite.Relink((await ReplyAsync())!, nameof(QuickReply.Tags), []);
            await other.Records(SilentObserver.Instance).ApplyAllAsync(writes, CancellationToken.None);
        }

        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(
            () => _environment.UndoAsync(change => change.Kind == ChangeKind.Link));

        Assert.Contains("'Greeting' has been changed since", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_that_was_cleared_with_the_row_leads_to_it_again()
    {
        var (setting, account) = await SettingAndAccountAsync();
        await _environment.RemoveAsync(setting);
        Assert.Null((await _environment.FindAsync<AppleAccount>(account))!.AuthSetting);

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        Assert.Equal(setting.Id, (await _environment.FindAsync<AppleAccount>(account))!.AuthSetting!.Id);
    }

    [Fact]
    public async Task A_lookup_that_leads_elsewhere_by_now_is_left_alone()
    {
        var (setting, account) = await SettingAndAccountAsync();
        await _environment.RemoveAsync(setting);
        var other = await _environment.MakeAsync<AuthSetting>((nameof(AuthSetting.Name), "Other login"));
        await _environment.ChangeAsync<AppleAccount>(
            account, nameof(AppleAccount.AuthSetting), new RecordReference(other.Id));

        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(
            () => _environment.UndoAsync(change => change.Kind == ChangeKind.Delete));

        Assert.Contains("'Contoso Apple' has been changed since", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_was_done_to_a_row_before_its_lookup_was_cleared_is_taken_back_with_it()
    {
        var (setting, account) = await SettingAndAccountAsync();
        await _environment.ChangeAsync<AppleAccount>(account, nameof(AppleAccount.Name), "Renamed");
        await _environment.RemoveAsync(setting);

        await _environment.UndoAsync(change => change.Kind is ChangeKind.Update or ChangeKind.Delete);

        var back = (await _environment.FindAsync<AppleAccount>(account))!;
        Assert.Equal(("Contoso Apple", setting.Id), (back.Name, back.AuthSetting?.Id));
    }

    [Fact]
    public async Task A_row_comes_back_before_the_one_that_leads_to_it_whichever_was_removed_first()
    {
        var (setting, account) = await SettingAndAccountAsync();
        await _environment.RemoveAsync(setting);
        await _environment.RemoveAsync((await _environment.FindAsync<AppleAccount>(account))!);

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        Assert.Equal(setting.Id, (await _environment.FindAsync<AppleAccount>(account))!.AuthSetting?.Id);
    }

    [Fact]
    public async Task A_lookup_of_a_row_that_is_gone_by_now_needs_no_taking_back()
    {
        var (setting, account) = await SettingAndAccountAsync();
        await _environment.RemoveAsync(setting);
        await _environment.RemoveAsync((await _environment.FindAsync<AppleAccount>(account))!);

        await _environment.UndoAsync(change => change.RecordId == setting.Id && change.Kind == ChangeKind.Delete);

        Assert.NotNull(await _environment.FindAsync<AuthSetting>(setting.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_removal_whose_answer_was_lost_the_lookups_tell_too(bool tookPlace)
    {
        var (setting, account) = await SettingAndAccountAsync();
        var fault = tookPlace ? SandboxFault.CutAfterWrite() : SandboxFault.CutBeforeWrite();
        _environment.Organization.Faults.Add(fault with { Method = "DELETE" });
        await Assert.ThrowsAsync<DataverseException>(() => _environment.RemoveAsync(setting));

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        Assert.Equal(setting.Id, (await _environment.FindAsync<AppleAccount>(account))!.AuthSetting?.Id);
    }

    private async Task<(AuthSetting Setting, Guid Account)> SettingAndAccountAsync()
    {
        var setting = await _environment.MakeAsync<AuthSetting>((nameof(AuthSetting.Name), "Contoso login"));
        var account = await _environment.MakeAsync<AppleAccount>(
            (nameof(AppleAccount.Name), "Contoso Apple"),
            (nameof(AppleAccount.AccountId), "b15ed773-9eed-11e7-baa2-7b88b04daa8e"),
            (nameof(AppleAccount.AuthSetting), new RecordReference(setting.Id)));
        return (setting, account.Id);
    }

    private Task<QuickReply?> ReplyAsync() => _environment.FindAsync<QuickReply>(_reply.Id);

    private async Task<IReadOnlyList<RecordReference>> TagsAsync() => (await ReplyAsync())!.Tags;

    private async Task RelinkAsync(IReadOnlyList<RecordReference> tags)
    {
        foreach (var write in RecordWrite.Relink((await ReplyAsync())!, nameof(QuickReply.Tags), tags))
            await _environment.Store.ApplyAsync(write, CancellationToken.None);
    }
}
