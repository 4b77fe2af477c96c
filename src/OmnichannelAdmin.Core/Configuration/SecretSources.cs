using System.Security;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// Finds secrets where references say: first among those given by name, then in environment variables and files, then
/// in a vault where there is one.
/// </summary>
/// <param name="given">Secrets by the text of the reference that means them.</param>
/// <param name="readVariable">Reads an environment variable; null or empty when it is not set.</param>
/// <param name="folder">The folder that relative paths of files begin at.</param>
/// <param name="vault">Knows references to vaults, or null where there are no vaults and no -Secret.</param>
public sealed class SecretSources(
    IReadOnlyDictionary<string, SecureString> given,
    Func<string, string?> readVariable,
    string folder,
    ISecretSource? vault) : ISecretSource
{
    /// <inheritdoc/>
    public async Task<SecureString?> FindAsync(SecretReference reference, CancellationToken cancellationToken)
    {
        if (given.TryGetValue(reference.Text, out var secret))
            return secret.Copy();
        if (reference.EnvironmentVariable is { } variable)
            return Secure(readVariable(variable))
                ?? throw new SecretNotFoundException(reference, $"the environment variable {variable} is not set.");
        if (reference.File is { } file)
            return Secure(await ReadAsync(reference, Path.Combine(folder, file), cancellationToken)
                .ConfigureAwait(false))
                ?? throw new SecretNotFoundException(reference, $"the file {file} is empty.");

        if (vault is null)
            throw new SecretNotFoundException(reference, "only env:NAME and file:PATH are known here.");

        return await vault.FindAsync(reference, cancellationToken).ConfigureAwait(false)
            ?? throw new SecretNotFoundException(
                reference, $"nothing was given by that name; give it with -Secret @{{ '{reference.Text}' = … }}.");
    }

    // An editor ends a file with a line break that is no part of the secret.
    private static async Task<string> ReadAsync(
        SecretReference reference, string file, CancellationToken cancellationToken)
    {
        try
        {
            return (await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)).TrimEnd('\r', '\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SecretNotFoundException(reference, e.Message, e);
        }
    }

    private static SecureString? Secure(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        var secure = new SecureString();
        foreach (var letter in text)
            secure.AppendChar(letter);

        secure.MakeReadOnly();
        return secure;
    }
}
