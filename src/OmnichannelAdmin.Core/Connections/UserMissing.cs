using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Connections;

/// <summary>Explains that whoever signed in is no user of the environment (0x80072560).</summary>
internal static class UserMissing
{
    /// <summary>Makes the error, which names the application when the token tells it.</summary>
    public static async Task<SignInException> ExplainAsync(
        OcConnectionSettings settings,
        DataverseException cause,
        IDataverseObserver observer,
        CancellationToken cancellationToken)
    {
        var token = settings.Tokens is null
            ? null
            : await settings.Tokens.GetTokenAsync(observer, refused: null, cancellationToken).ConfigureAwait(false);
        var application = token is null ? null : JsonWebToken.ClaimOf(token.Reveal(), "appid");
        var who = application is null
            ? "Whoever signed in"
            : $"The application {application}, or the person who used it,";
        return new SignInException(
            "UserNotInEnvironment",
            $"{who} is no user of {settings.Environment.Host} ({cause.Code}). An application needs an application user "
            + "there: Power Platform admin center, the environment, Settings, Users + permissions, Application "
            + "users; give it the security role System Administrator. A person is added under Users.",
            cause);
    }
}
