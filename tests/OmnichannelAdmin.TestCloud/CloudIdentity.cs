using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.TestCloud;

/// <summary>Who may sign in to the cloud, and with what.</summary>
public static class CloudIdentity
{
    public const string EnvironmentHost = "contoso.crm4.dynamics.com";
    public const string EntraHost = TenantKeys.Host;
    public const string ChannelSecret = "the~channel+secret/of=the.cloud";
    public const string ClientSecret = "the~client+secret/of=the.cloud";
    public const string FederatedToken = "the.federated.token-of-the-cloud";
    public const string AutomationSecret = "the-automation-secret-of-the-cloud";

    public static readonly Guid Tenant = new("1f0e3a52-6d0c-4a4e-9f3a-2f0f4c1d7b11");
    /// <summary>The app of the channels in the guide, which may use the Messaging API.</summary>
    public static readonly Guid ChannelAppId = new("9f6c021d-1234-4abc-8df7-123456789abc");

    /// <summary>The app that signs in to the environment.</summary>
    public static readonly Guid ClientId = new("7f9ad2f0-2d5b-4a8e-8d51-0f3f5f0f6c22");

    /// <summary>The environment's URL.</summary>
    public static Uri EnvironmentUrl { get; } = new($"https://{EnvironmentHost}/");

    /// <summary>Where the tenant's tokens are asked for.</summary>
    public static string TokenEndpoint => $"https://{EntraHost}/{Tenant}/oauth2/v2.0/token";
}
