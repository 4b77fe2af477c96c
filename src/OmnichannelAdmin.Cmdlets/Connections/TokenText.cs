using System.Net;
using System.Security;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Reads a token out of the forms in which people hold one.</summary>
internal static class TokenText
{
    /// <param name="value">A text or a SecureString.</param>
    /// <param name="parameter">The parameter that it came from, for the error.</param>
    /// <exception cref="SignInException">The value holds no token.</exception>
    public static string Of(object? value, string parameter) => Unwrapped.Value(value) switch
    {
        string { Length: > 0 } text => text.Trim(),
        SecureString { Length: > 0 } secure => new NetworkCredential("", secure).Password.Trim(),
        _ => throw new SignInException(
            $"{parameter}Missing",
            $"The script block of -{parameter} must answer with one token, as text or SecureString."),
    };
}
