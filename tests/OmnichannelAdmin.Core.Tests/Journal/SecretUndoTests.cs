using System.Security;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Core.Tests.Journal;

public sealed class SecretUndoTests : IAsyncLifetime
{
    private JournalledEnvironment _environment = null!;
    private AuthSetting _setting = null!;

    public async Task InitializeAsync()
    {
        _environment = await JournalledEnvironment.OpenAsync();
        _setting = await _environment.MakeAsync<AuthSetting>(
            (nameof(AuthSetting.Name), "Contoso login"), (nameof(AuthSetting.ClientSecret), Secure("s3cret-word")));
    }

    public Task DisposeAsync()
    {
        _environment.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_removed_row_with_a_secret_is_not_put_back_without_it()
    {
        await _environment.RemoveAsync(_setting);

        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(() => _environment.UndoAsync(IsRemoval));

        Assert.Contains("give it with -Secret @{ ClientSecret = … }", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await _environment.FindAsync<AuthSetting>(_setting.Id));
    }

    [Fact]
    public async Task A_removed_row_is_put_back_with_the_secret_that_is_given()
    {
        await _environment.RemoveAsync(_setting);

        await _environment.UndoAsync(IsRemoval, Given("s3cret-word"));

        Assert.Equal("s3cret-word", StoredSecret(_setting.Id));
    }

    [Fact]
    public async Task A_changed_secret_is_changed_back_to_the_one_that_is_given()
    {
        await _environment.ChangeAsync<AuthSetting>(
            _setting.Id, nameof(AuthSetting.ClientSecret), Secure("another-word"));

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Update, Given("s3cret-word"));

        Assert.Equal("s3cret-word", StoredSecret(_setting.Id));
    }

    [Fact]
    public async Task A_secret_that_was_not_there_before_is_taken_away_without_being_given()
    {
        var bare = await _environment.MakeAsync<AuthSetting>((nameof(AuthSetting.Name), "Bare"));
        await _environment.ChangeAsync<AuthSetting>(bare.Id, nameof(AuthSetting.ClientSecret), Secure("s3cret-word"));

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Update);

        Assert.Null(StoredSecret(bare.Id));
    }

    [Fact]
    public async Task No_secret_is_ever_in_the_journal()
    {
        await _environment.ChangeAsync<AuthSetting>(
            _setting.Id, nameof(AuthSetting.ClientSecret), Secure("another-word"));
        await _environment.UndoAsync(change => change.Kind == ChangeKind.Update, Given("s3cret-word"));

        var journal = await _environment.JournalAsync();

        Assert.DoesNotContain("s3cret-word", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("another-word", journal, StringComparison.Ordinal);
    }

    private static bool IsRemoval(RecordedChange change) => change.Kind == ChangeKind.Delete;

    private static Dictionary<string, SecureString> Given(string secret) =>
        new() { [nameof(AuthSetting.ClientSecret)] = Secure(secret) };

    private static SecureString Secure(string text) => new System.Net.NetworkCredential("", text).SecurePassword;

    private object? StoredSecret(Guid id) =>
        _environment.Organization.Rows.Find("msdyn_authenticationsettings", id)!["msdyn_authenticationclientsecret"];
}
