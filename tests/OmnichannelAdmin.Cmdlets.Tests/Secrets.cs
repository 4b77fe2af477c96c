using System.Security;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>Secrets for tests.</summary>
internal static class Secrets
{
    public static SecureString Of(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
            secret.AppendChar(character);

        return secret;
    }
}
