using System.Net;

namespace OmnichannelAdmin.Dataverse;

/// <summary>Makes what carries requests over the network.</summary>
public static class DataverseTransport
{
    /// <summary>
    /// A handler without cookies, since they would tie all requests to the limits of one web server; that follows no
    /// redirect, since the token would go along; that unpacks compressed answers; and that looks the host up again
    /// every few minutes.
    /// </summary>
    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(30),
    };
}
