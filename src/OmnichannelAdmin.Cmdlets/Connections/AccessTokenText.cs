using System.Management.Automation;
using System.Net;
using System.Security;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Reads a token out of the forms in which people hold one.</summary>
internal static class AccessTokenText
{
    /// <exception cref="SignInException">The value holds no token.</exception>
    public static string Of(object? value) => value switch
    {
        PSObject { BaseObject: not null } wrapper when wrapper.BaseObject is not PSObject => Of(wrapper.BaseObject),
        string { Length: > 0 } text => text.Trim(),
        SecureString { Length: > 0 } secure => new NetworkCredential("", secure).Password.Trim(),
        _ => throw new SignInException(
            "AccessTokenMissing", "The script block of -AccessToken must answer with one token, as text or SecureString."),
    };
}
