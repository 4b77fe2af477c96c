using System.Net;
using System.Security;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Core.Tests.Configuration;

public sealed class SecretSourcesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_variable_is_read_from_the_environment() =>
        Assert.Equal("from a variable", await FindAsync("env:OC_SECRET"));

    [Theory]
    [InlineData("from a file")]
    [InlineData("from a file\n")]
    [InlineData("from a file\r\n")]
    public async Task A_file_is_read_without_the_line_break_at_its_end(string content)
    {
        await File.WriteAllTextAsync(_file, content);

        Assert.Equal("from a file", await FindAsync($"file:{_file}"));
    }

    [Fact]
    public async Task A_relative_path_begins_at_the_folder()
    {
        await File.WriteAllTextAsync(_file, "from a file");

        Assert.Equal("from a file", await FindAsync($"file:{Path.GetFileName(_file)}"));
    }

    [Fact]
    public async Task A_vault_is_asked_for_the_secret() =>
        Assert.Equal("from a vault", await FindAsync("contoso/apple"));

    [Theory]
    [InlineData("env:OC_SECRET")]
    [InlineData("contoso/apple")]
    [InlineData("apple")]
    public async Task A_secret_that_is_given_goes_before_all_other_places(string reference) =>
        Assert.Equal("given", await FindAsync(reference, given: reference));

    [Theory]
    [InlineData("env:OC_OTHER", "'env:OC_OTHER' cannot be had: the environment variable OC_OTHER is not set.")]
    [InlineData("env:OC_EMPTY", "the environment variable OC_EMPTY is not set.")]
    [InlineData("file:/no/such/file", "'file:/no/such/file' cannot be had: ")]
    [InlineData("apple", "give it with -Secret @{ 'apple' = … }.")]
    [InlineData("contoso/other", "give it with -Secret @{ 'contoso/other' = … }.")]
    public async Task A_secret_that_is_nowhere_is_named_with_what_to_do(string reference, string words)
    {
        var missing = await Assert.ThrowsAsync<SecretNotFoundException>(() => FindAsync(reference));

        Assert.Contains(words, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_holds_no_secret()
    {
        var missing = await Assert.ThrowsAsync<SecretNotFoundException>(() => FindAsync($"file:{_file}"));

        Assert.EndsWith("is empty.", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso/apple", "contoso", "apple")]
    [InlineData("contoso/folder/apple", "contoso", "folder/apple")]
    public void The_first_slash_ends_the_name_of_the_vault(string text, string vault, string name) =>
        Assert.Equal((vault, name), new SecretReference(text).Vault);

    [Theory]
    [InlineData("apple")]
    [InlineData("/apple")]
    [InlineData("env:A/B")]
    [InlineData("file:folder/apple.txt")]
    public void Any_other_reference_names_no_vault(string text) => Assert.Null(new SecretReference(text).Vault);

    private static async Task<string> FindAsync(string reference, string? given = null)
    {
        var secrets = given is null ? [] : new Dictionary<string, SecureString> { [given] = Secure("given") };
        var sources = new SecretSources(secrets, Variable, Path.GetTempPath(), new VaultDouble());
        return new NetworkCredential(
            "", await sources.FindAsync(new SecretReference(reference), CancellationToken.None)).Password;
    }

    private static string? Variable(string name) => name switch
    {
        "OC_SECRET" => "from a variable",
        "OC_EMPTY" => "",
        _ => null,
    };

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private sealed class VaultDouble : ISecretSource
    {
        public Task<SecureString?> FindAsync(SecretReference reference, CancellationToken cancellationToken) =>
            Task.FromResult(reference.Vault is ("contoso", "apple") ? Secure("from a vault") : null);
    }
}
