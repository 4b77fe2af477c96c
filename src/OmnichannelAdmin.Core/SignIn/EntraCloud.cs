namespace OmnichannelAdmin.SignIn;

/// <summary>
/// A separately run cloud of Microsoft Entra. Only these are ever sent a secret. Source of the hosts: the list that
/// Microsoft.Identity.Client carries. The closed German cloud is left out on purpose.
/// </summary>
/// <param name="Authority">Where the cloud signs people and applications in.</param>
/// <param name="OtherHosts">Other names of the same authority.</param>
internal sealed record EntraCloud(Uri Authority, params string[] OtherHosts)
{
    private static readonly EntraCloud[] All =
    [
        new(
            new Uri("https://login.microsoftonline.com"),
            "login.windows.net",
            "login.microsoft.com",
            "sts.windows.net"),
        new(new Uri("https://login.microsoftonline.us"), "login.usgovcloudapi.net"),
        new(new Uri("https://login.partner.microsoftonline.cn"), "login.chinacloudapi.cn"),
        new(new Uri("https://login.sovcloud-identity.fr")),
        new(new Uri("https://login.sovcloud-identity.de")),
        new(new Uri("https://login.sovcloud-identity.sg")),
    ];

    /// <summary>The cloud that the host belongs to, or null when it belongs to none that is known.</summary>
    public static EntraCloud? FindByHost(string host) => Array.Find(
        All,
        cloud => cloud.OtherHosts.Prepend(cloud.Authority.Host).Contains(host, StringComparer.OrdinalIgnoreCase));
}
