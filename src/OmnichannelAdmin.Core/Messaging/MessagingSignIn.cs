using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Messaging;

/// <summary>
/// Gets tokens for a channel's app by client credentials. The messaging API exists only where Entra's commercial
/// authority signs in, GCC included.
/// </summary>
public sealed class MessagingSignIn
{
    private const string DefaultScope = "/.default";

    private static readonly Uri Authority = new("https://login.microsoftonline.com");

    private readonly Func<HttpMessageHandler> _createTransport;
    private readonly TimeProvider _time;

    /// <summary>Makes it.</summary>
    /// <param name="createTransport">Makes what carries requests for tokens.</param>
    /// <param name="time">The clock.</param>
    public MessagingSignIn(Func<HttpMessageHandler> createTransport, TimeProvider time)
    {
        _createTransport = createTransport;
        _time = time;
    }

    /// <summary>Gets a token.</summary>
    /// <param name="appId">The application (client) id of the channel's app registration.</param>
    /// <param name="tenantId">Its tenant.</param>
    /// <param name="scope">The scope, ending in <c>/.default</c>.</param>
    /// <param name="credential">What the app proves itself with.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SignInException">Entra refused, or could not be asked.</exception>
    public async Task<MessagingToken> AcquireAsync(
        Guid appId,
        Guid tenantId,
        string scope,
        AppCredential credential,
        IDataverseObserver observer,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(credential);
        if (!scope.EndsWith(DefaultScope, StringComparison.Ordinal))
            throw new OcValidationException(
                "Scope", "ScopeNotDefault", $"'{scope}' does not end in {DefaultScope}, as the scope of an app does.");

        var authority = EntraAuthority.Of(Authority, tenantId.ToString());
        var entra = new EntraSignIn(scope[..^DefaultScope.Length], authority, _createTransport, _time);
        try
        {
            var source = credential.SignIn(entra, appId);
            using var owned = source as IDisposable;
            var token = await source.GetTokenAsync(observer, refused: null, cancellationToken).ConfigureAwait(false);
            return new MessagingToken(token, scope);
        }
        catch (SignInException e) when (MessagingTokenAdvice.Find(e.Id, scope) is { } advice)
        {
            throw new SignInException(e.Id, $"{advice} {e.Message}", e);
        }
    }
}
