using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Turns what the identity library throws into errors that say what to do.</summary>
internal static partial class EntraFailure
{
    /// <summary>The error of a refused or failed sign-in.</summary>
    public static SignInException Explain(MsalException exception)
    {
        if (exception is MsalServiceException service && CodeOf(service) is { } code)
            return Refused(service, code);

        if (exception is MsalUiRequiredException)
            return new SignInException(
                "SignInExpired", "The sign-in has ended and cannot be renewed. Connect again.", exception);

        var (id, message) = exception.ErrorCode switch
        {
            MsalError.CodeExpired =>
                ("DeviceCodeExpired", "The code was not used in time. Connect again and enter the new one."),
            MsalError.AccessDenied or MsalError.AuthenticationCanceledError =>
                ("SignInCancelled", "The sign-in was cancelled in the browser."),
            MsalError.LinuxXdgOpen or "linux_xdg_open_failed" => (BrowserFinder.ErrorId, BrowserFinder.Advice),
            "managed_identity_unreachable_network" => (
                "ManagedIdentityUnavailable",
                "No managed identity answers on this machine. It has to be turned on for the Azure resource, and it "
                + "exists only there; elsewhere give -Certificate, -ClientSecret or -FederatedToken."),
            MsalError.ManagedIdentityRequestFailed => (
                "ManagedIdentityRefused",
                "The machine's managed identity could not be used. Check that it is turned on; for a user-assigned "
                + "one, that -ClientId is its client id and that it is assigned to this resource."),
            _ => ("SignInFailed", "Signing in failed."),
        };
        return new SignInException(id, $"{message} ({exception.ErrorCode}: {FirstLine(exception.Message)})", exception);
    }

    /// <summary>The error when the authority could not be asked.</summary>
    public static SignInException Unreachable(HttpRequestException exception) => new(
        "SignInUnreachable",
        $"The sign-in service could not be reached: {exception.Message} Check the network, the proxy and the "
        + "machine's clock.",
        exception);

    private static SignInException Refused(MsalServiceException exception, int code)
    {
        var known = EntraErrorCatalog.Find(code);
        var trace = exception.CorrelationId is { Length: > 0 } id ? $", correlation id {id}" : "";
        return known is null
            ? new SignInException(
                "SignInRefused", $"Microsoft Entra refused: {FirstLine(exception.Message)}{trace}", exception)
            : new SignInException(known.Id, $"{known.Advice} (AADSTS{code}{trace})", exception);
    }

    private static int? CodeOf(MsalServiceException exception)
    {
        var match = EntraCode().Match(exception.Message);
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    // What follows the first line is trace ids and links.
    private static string FirstLine(string text) => text.Split('\r', '\n')[0].Trim();

    [GeneratedRegex("AADSTS([0-9]{4,8})")]
    private static partial Regex EntraCode();
}
