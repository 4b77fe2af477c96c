using System.Text.RegularExpressions;

namespace OmnichannelAdmin.SignIn;

/// <summary>Where to sign in: a cloud of Microsoft Entra and a tenant in it.</summary>
public sealed partial record EntraAuthority
{
    /// <summary>The tenant's place in an authority when any organization's account will do.</summary>
    public const string AnyOrganization = "organizations";

    private EntraAuthority(Uri host, string tenant)
    {
        Host = host;
        Tenant = tenant;
    }

    /// <summary>The cloud's sign-in host, such as <c>https://login.microsoftonline.com</c>.</summary>
    public Uri Host { get; }

    /// <summary>The tenant's GUID or domain, or <see cref="AnyOrganization"/>.</summary>
    public string Tenant { get; }

    /// <summary>Whether it is one tenant's. An application signs in nowhere else; a person can.</summary>
    public bool NamesTenant => Tenant != AnyOrganization;

    /// <summary>The authority's URL.</summary>
    public Uri Url => new(Host, Tenant);

    /// <summary>Makes the authority of a tenant.</summary>
    /// <param name="host">A sign-in host of a known cloud.</param>
    /// <param name="tenant">The tenant's GUID or one of its domains, or <see cref="AnyOrganization"/>.</param>
    /// <exception cref="SignInException">The host belongs to no known cloud.</exception>
    /// <exception cref="OcValidationException">The tenant is neither a GUID nor a domain.</exception>
    public static EntraAuthority Of(Uri host, string tenant)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(tenant);
        var cloud = EntraCloud.FindByHost(host.Host) ?? throw Unknown(host);
        RefuseUnlessTenant(tenant);

        // Entra's words for "whichever tenant the account is from"; personal accounts have no environments.
        var isAny = tenant.Equals("common", StringComparison.OrdinalIgnoreCase)
            || tenant.Equals(AnyOrganization, StringComparison.OrdinalIgnoreCase);
        return new EntraAuthority(cloud.Authority, isAny ? AnyOrganization : tenant);
    }

    /// <summary>
    /// Makes the authority of a tenant that this very process serves on the loopback, as a sandbox that listens does.
    /// The caller answers for that: nothing here can tell one listener of this machine from another.
    /// </summary>
    /// <param name="origin">Where it is served: an https:// address of this machine.</param>
    /// <param name="tenant">The tenant's GUID or one of its domains.</param>
    /// <exception cref="SignInException">The address is another machine's, or not HTTPS.</exception>
    /// <exception cref="OcValidationException">The tenant is neither a GUID nor a domain.</exception>
    internal static EntraAuthority OfThisProcess(Uri origin, string tenant)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(tenant);
        if (!origin.IsLoopback || origin.Scheme != Uri.UriSchemeHttps)
            throw Unknown(origin);

        RefuseUnlessTenant(tenant);
        return new EntraAuthority(origin, tenant);
    }

    /// <summary>The authority's URL as text.</summary>
    public override string ToString() => Url.AbsoluteUri;

    private static SignInException Unknown(Uri host) => new(
        "AuthorityUnknown",
        $"'{host.Host}' is no sign-in host of Microsoft Entra that is known, so no credential is sent there.");

    private static void RefuseUnlessTenant(string tenant)
    {
        if (TenantForm().IsMatch(tenant))
            return;

        throw new OcValidationException(
            "TenantId",
            "TenantIdInvalid",
            $"'{tenant}' is no tenant: give its GUID, or one of its domains such as contoso.onmicrosoft.com.");
    }

    // The tenant becomes a segment of the authority's path, so nothing but letters, digits, dots and dashes may pass.
    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9.-]{0,253}[A-Za-z0-9])?$")]
    private static partial Regex TenantForm();
}
