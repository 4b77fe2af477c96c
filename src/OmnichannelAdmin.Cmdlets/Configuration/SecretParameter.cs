using System.Collections;
using System.Management.Automation;
using System.Security;
using OmnichannelAdmin.Cmdlets.Binding;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Reads the hashtable of a <c>-Secret</c> parameter.</summary>
internal static class SecretParameter
{
    /// <exception cref="OcValidationException">A value is no SecureString.</exception>
    public static IReadOnlyDictionary<string, SecureString> Read(IDictionary secrets)
    {
        var read = new Dictionary<string, SecureString>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry secret in secrets)
            read[secret.Key.ToString()!] = Of(secret.Key, Unwrapped.Value(secret.Value));

        return read;
    }

    private static SecureString Of(object name, object? value) => value switch
    {
        SecureString secure => secure,
        PSCredential credential => credential.Password,
        _ => throw new OcValidationException(
            "Secret",
            "SecretNotSecure",
            $"The secret '{name}' must be a SecureString, such as Read-Host -AsSecureString answers; "
                + "a text would stay in the history."),
    };
}
