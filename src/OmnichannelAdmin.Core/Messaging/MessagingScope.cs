using System.Text.RegularExpressions;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Messaging;

/// <summary>
/// The scope that a token for the messaging API must be asked for. Published is the pattern
/// <c>https://{organization id without dashes}-c.{zone}.dynamics.com/.default</c>; that the zone is the first label of
/// the region's domain is inferred, since no filled-in example is published.
/// </summary>
public static partial class MessagingScope
{
    /// <summary>The scope in a region.</summary>
    /// <exception cref="OcValidationException">The pattern cannot hold in the region's cloud.</exception>
    public static string Of(Guid organizationId, DataverseRegion region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region.TokenZone is { } zone
            ? Compose(organizationId, zone)
            : throw new OcValidationException(
                "Region",
                "ScopeNotInCloud",
                $"{region.Name} ({region.DomainSuffix}) has no scope: a messaging API scope ends in .dynamics.com, "
                + "and no environment of this cloud does.");
    }

    /// <summary>The scope in a zone, be it one that is newer than the table of regions.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="zone">The first label of the environment's domain, such as <c>crm4</c>.</param>
    /// <exception cref="OcValidationException">It has not the form of a zone.</exception>
    public static string Of(Guid organizationId, string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return ZoneForm().IsMatch(zone)
            ? Compose(organizationId, zone.ToLowerInvariant())
            : throw new OcValidationException(
                "Zone", "ZoneNotOne", $"'{zone}' is no zone; a zone is crm or crm with a number, such as crm4.");
    }

    private static string Compose(Guid organizationId, string zone) => organizationId == Guid.Empty
        ? throw new OcValidationException(
            "OrganizationId", "OrganizationIdEmpty", "The organization's id is the empty GUID.")
        : $"https://{organizationId:N}-c.{zone}.dynamics.com/.default";

    [GeneratedRegex(@"^crm\d{0,3}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ZoneForm();
}
