using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Webhooks;

/// <summary>What a bearer must be like to be taken for the platform's.</summary>
public sealed record BearerRules
{
    /// <summary>The application (client) id of the channel's app registration: the audience.</summary>
    public required Guid AppId { get; init; }

    /// <summary>The tenant of the app registration: the issuer.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>Makes what carries the requests for the issuer's keys.</summary>
    public Func<HttpMessageHandler> CreateTransport { get; init; } = DataverseTransport.Create;

    /// <summary>
    /// The issuers that are accepted. An app registration decides which version of token it gets, and the platform does
    /// not say which it sends, so both are.
    /// </summary>
    public IReadOnlyList<string> Issuers =>
        [$"https://login.microsoftonline.com/{TenantId}/v2.0", $"https://sts.windows.net/{TenantId}/"];

    /// <summary>The audiences that are accepted: the app's id, plain and as an Application ID URI.</summary>
    public IReadOnlyList<string> Audiences => [$"{AppId}", $"api://{AppId}"];

    /// <summary>Where the issuer publishes its keys.</summary>
    public Uri Metadata => new($"https://login.microsoftonline.com/{TenantId}/v2.0/.well-known/openid-configuration");
}
