using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Messaging;

/// <summary>Finds the region whose messaging API is meant, and refuses those that have none.</summary>
public static class MessagingRegion
{
    private const string Field = "Region";

    /// <summary>The regions whose scope follows the published pattern.</summary>
    public static IReadOnlyList<DataverseRegion> WithScope { get; } =
        [.. DataverseRegions.All.Where(region => region.TokenZone is not null)];

    /// <summary>
    /// Finds a region by its name, its datacenter code (such as <c>EUR</c>) or its zone (such as <c>crm4</c>).
    /// </summary>
    /// <param name="text">The name, code or zone; case does not matter.</param>
    /// <exception cref="OcValidationException">There is none.</exception>
    public static DataverseRegion Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = text.Trim();
        return DataverseRegions.All.FirstOrDefault(region => IsCalled(region, wanted))
            ?? throw new OcValidationException(
                Field,
                "RegionUnknown",
                $"'{wanted}' is no known region. Known are {string.Join(", ", WithScope.Select(Describe))}.");
    }

    /// <summary>The region of an environment.</summary>
    /// <param name="environment">The environment's address.</param>
    /// <exception cref="OcValidationException">Its host tells no region that is known.</exception>
    public static DataverseRegion OfEnvironment(Uri environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return EnvironmentUrl.Parse(environment.AbsoluteUri, allowUnknownHost: true).Region
            ?? throw new OcValidationException(
                Field,
                "RegionNotTold",
                $"The host {environment.Host} does not tell its region; give -Region or -Zone.");
    }

    private static bool IsCalled(DataverseRegion region, string wanted) =>
        Same(region.Name, wanted)
        || Same(region.DatacenterCode, wanted)
        || Same(region.TokenZone, wanted)
        || Same(region.DomainSuffix, wanted);

    private static bool Same(string? name, string wanted) =>
        string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static string Describe(DataverseRegion region) => region.DatacenterCode is null
        ? $"{region.Name} ({region.TokenZone})"
        : $"{region.Name} ({region.DatacenterCode}, {region.TokenZone})";
}
