namespace OmnichannelAdmin.Dataverse;

/// <summary>The address of an environment, cleaned of what people paste with it.</summary>
public sealed record EnvironmentUrl
{
    private const string Field = "Url";
    private const string PublicDomain = ".dynamics.com";
    private const string RegionLabel = "crm";

    private EnvironmentUrl(Uri origin, DataverseRegion? region)
    {
        Origin = origin;
        Region = region;
    }

    /// <summary>Scheme, host and port, ending in a slash.</summary>
    public Uri Origin { get; }

    /// <summary>The region that the host tells, or null when it tells none that is known.</summary>
    public DataverseRegion? Region { get; }

    /// <summary>The host's name, without the port.</summary>
    public string Host => Origin.IdnHost;

    /// <summary>Whether the address is this machine's own.</summary>
    public bool IsLoopback => Origin.IsLoopback;

    /// <summary>Where the Web API lives: <see cref="Origin"/> followed by <c>api/data/v9.2/</c>.</summary>
    public Uri ApiRoot => new(Origin, "api/data/v9.2/");

    /// <summary>
    /// Reads an environment's address as people paste it: with or without the scheme, with the path of a page or of the
    /// API behind it, with the host's <c>api</c> label or without.
    /// </summary>
    /// <param name="text">The address. Without a scheme it is read as HTTPS.</param>
    /// <param name="allowUnknownHost">Whether a host outside of the Dataverse clouds is accepted.</param>
    /// <exception cref="OcValidationException">
    /// It is no address, holds a user name, is not HTTPS although it leaves this machine, or is of an unknown host.
    /// </exception>
    public static EnvironmentUrl Parse(string text, bool allowUnknownHost)
    {
        var url = ReadUrl(text);
        var host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        RefuseUnsafeScheme(url);

        var domain = FindCloudDomain(host);
        if (domain is null && !url.IsLoopback && !allowUnknownHost)
        {
            throw new OcValidationException(
                Field,
                "EnvironmentUrlUnknownHost",
                $"The host '{host}' is in no Dataverse cloud that is known, so no token is sent to it. An "
                + "environment's address looks like https://contoso.crm4.dynamics.com. If the host is right, allow "
                + "unknown hosts.");
        }

        var cleanHost = domain is null ? host : $"{OrganizationLabel(host)}.{domain}";
        var region = domain is null ? null : DataverseRegions.FindByDomain(domain);
        return new EnvironmentUrl(new UriBuilder(url.Scheme, cleanHost, url.Port).Uri, region);
    }

    /// <summary>Tells whether a URL has this environment's scheme, host and port, and carries no user name.</summary>
    public bool IsOriginOf(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            && url.UserInfo.Length == 0
            && url.Scheme == Origin.Scheme
            && url.IdnHost == Origin.IdnHost
            && url.Port == Origin.Port;
    }

    /// <summary>The origin as text.</summary>
    public override string ToString() => Origin.AbsoluteUri;

    private static Uri ReadUrl(string text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0)
            throw new OcValidationException(Field, "EnvironmentUrlMissing", "The environment's address is empty.");

        var withScheme = trimmed.Contains("://", StringComparison.Ordinal) ? trimmed : $"https://{trimmed}";
        if (!Uri.TryCreate(withScheme, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            throw new OcValidationException(
                Field,
                "EnvironmentUrlInvalid",
                "The environment's address cannot be read as one. It looks like https://contoso.crm4.dynamics.com.");
        }

        if (url.UserInfo.Length > 0)
        {
            // The address is not repeated here: what stands before the @ may be a password.
            throw new OcValidationException(
                Field,
                "EnvironmentUrlUserInfo",
                "The environment's address holds a user name or password before an @. Leave that out.");
        }

        return url;
    }

    private static void RefuseUnsafeScheme(Uri url)
    {
        if (url.Scheme == Uri.UriSchemeHttps || (url.IsLoopback && url.Scheme == Uri.UriSchemeHttp))
            return;

        throw new OcValidationException(
            Field,
            "EnvironmentUrlNotHttps",
            $"The environment's address starts with {url.Scheme}://. Only https:// keeps a token secret on its way; "
            + "http:// is accepted for this machine itself.");
    }

    private static string OrganizationLabel(string host) => host[..host.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>
    /// What follows the organization's label and an <c>api</c> label behind it, if that is a Dataverse domain. A region
    /// newer than the table still has a domain of the known form.
    /// </summary>
    private static string? FindCloudDomain(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 3 || labels[0].Length == 0)
            return null;

        var domain = string.Join('.', labels.Skip(labels[1] == "api" ? 2 : 1));
        return DataverseRegions.FindByDomain(domain) is not null || IsPublicRegionDomain(domain) ? domain : null;
    }

    private static bool IsPublicRegionDomain(string domain) =>
        domain.StartsWith(RegionLabel, StringComparison.Ordinal)
        && domain.EndsWith(PublicDomain, StringComparison.Ordinal)
        && domain.Length > RegionLabel.Length + PublicDomain.Length
        && domain[RegionLabel.Length..^PublicDomain.Length].All(char.IsAsciiDigit);
}
