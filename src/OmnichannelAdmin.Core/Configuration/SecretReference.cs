namespace OmnichannelAdmin.Configuration;

/// <summary>
/// Where a secret is to be found, in place of the secret itself: <c>env:NAME</c> for an environment variable,
/// <c>file:PATH</c> for a file's text, <c>vault/name</c> for a vault of Microsoft.PowerShell.SecretManagement, or any
/// other text for one that is given by that name.
/// </summary>
/// <param name="Text">The reference as a document writes it.</param>
public sealed record SecretReference(string Text)
{
    /// <summary>The only property of a reference in a document.</summary>
    public const string Property = "secret";

    private const string EnvironmentPrefix = "env:";
    private const string FilePrefix = "file:";

    /// <summary>The environment variable that is meant, or null.</summary>
    public string? EnvironmentVariable => After(EnvironmentPrefix);

    /// <summary>The file that is meant, or null.</summary>
    public string? File => After(FilePrefix);

    /// <summary>The vault and the secret's name in it, or null.</summary>
    public (string Vault, string Name)? Vault
    {
        get
        {
            var slash = Text.IndexOf('/', StringComparison.Ordinal);
            return EnvironmentVariable is null && File is null && slash > 0
                ? (Text[..slash], Text[(slash + 1)..])
                : null;
        }
    }

    /// <summary>A reference to an environment variable.</summary>
    public static SecretReference ToEnvironmentVariable(string name) => new(EnvironmentPrefix + name);

    /// <summary>The reference, marked as a secret.</summary>
    public override string ToString() => $"(secret {Text})";

    private string? After(string prefix) =>
        Text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? Text[prefix.Length..] : null;
}
