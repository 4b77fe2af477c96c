namespace OmnichannelAdmin.Sandbox;

/// <summary>What a sandbox organization is like. All have a default.</summary>
public sealed record SandboxSettings
{
    /// <summary>The environment's URL. Nobody contacts the host: the organization lives in memory.</summary>
    public Uri Url { get; init; } = new("https://oc-sandbox.crm4.dynamics.com/");

    /// <summary>The environment's name.</summary>
    public string Name { get; init; } = "Omnichannel sandbox";

    /// <summary>The organization's id. A new one unless given.</summary>
    public Guid OrganizationId { get; init; } = Guid.NewGuid();

    /// <summary>The id of the tenant that the organization belongs to.</summary>
    public Guid TenantId { get; init; } = new("7a1e4d52-3c6b-4f0e-9d7a-5b2c8e6f1a30");

    /// <summary>The id of the user whom requests come from unless they say otherwise. A System Administrator.</summary>
    public Guid UserId { get; init; } = new("0f5a3c1e-8b7d-4e2a-9c64-d1f0b3a5e782");

    /// <summary>The full name of that user.</summary>
    public string UserName { get; init; } = "Sandbox Administrator";

    /// <summary>The platform version that the organization shows.</summary>
    public string Version { get; init; } = "9.2.25111.00181";

    /// <summary>The geo code that the organization shows, such as <c>EMEA</c> or <c>NA</c>.</summary>
    public string Geo { get; init; } = "EMEA";

    /// <summary>The most rows on a page, from 1. Dataverse's limit is 5,000.</summary>
    public int PageSize { get; init; } = 5000;

    /// <summary>Whether a request without a bearer token is answered 401.</summary>
    public bool RequireBearer { get; init; }

    /// <summary>
    /// Whether a token that the sandbox did not issue is answered 401. Otherwise any text is the token of
    /// <see cref="UserId"/>.
    /// </summary>
    public bool RequireIssuedToken { get; init; }

    /// <summary>
    /// The tables, by logical name, on which If-Match is refused. The facts name none, so none is the default.
    /// </summary>
    public IReadOnlySet<string> TablesWithoutOptimisticConcurrency { get; init; } = new HashSet<string>();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
