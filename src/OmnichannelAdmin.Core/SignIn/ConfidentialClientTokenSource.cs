using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs an application in by itself, with a credential of its own.</summary>
internal abstract class ConfidentialClientTokenSource : MsalTokenSource
{
    private readonly EntraApplication _application;
    private IConfidentialClientApplication? _client;

    protected ConfidentialClientTokenSource(
        EntraApplication application, HttpMessageHandler transport, TimeProvider time)
        : base(transport, time) => _application = application;

    /// <summary>Adds the credential.</summary>
    protected abstract ConfidentialClientApplicationBuilder WithCredential(
        ConfidentialClientApplicationBuilder builder);

    /// <inheritdoc/>
    protected sealed override Task<AuthenticationResult> AcquireAsync(bool isFirst, CancellationToken cancellationToken)
    {
        _client ??= Build();
        return _client.AcquireTokenForClient([_application.DefaultScope])
            .WithForceRefresh(!isFirst)
            .ExecuteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _client = null;
        base.Dispose(disposing);
    }

    private IConfidentialClientApplication Build()
    {
        var builder = ConfidentialClientApplicationBuilder.Create(_application.ClientId.ToString())
            .WithAuthority(_application.Authority.Url)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(Http);
        return WithCredential(builder).Build();
    }
}
