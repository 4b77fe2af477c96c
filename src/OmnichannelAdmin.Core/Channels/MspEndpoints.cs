using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>
/// Microsoft's table of Messaging Service Provider endpoints for Apple Messages for Business. It was the same in the
/// versions of 2022, 2023 and 2024; no row is known for GCC, South Africa, Norway, Singapore, Korea or Sweden.
/// </summary>
public static class MspEndpoints
{
    private const string Field = "Current";

    /// <summary>The rows, in the order of Microsoft's table.</summary>
    public static IReadOnlyList<MspEndpoint> All { get; } =
    [
        new("Asia-Pacific", "apac"),
        new("Australia", "aus"),
        new("Canada", "can"),
        new("Europe", "eur"),
        new("France", "fra"),
        new("Germany", "ger"),
        new("India", "ind"),
        new("Japan", "jpn"),
        new("North America", "nam"),
        new("South America", "sam"),
        new("Switzerland", "che"),
        new("United Arab Emirates", "uae"),
        new("United Kingdom", "uk"),
    ];

    /// <summary>The rows whose name or code matches.</summary>
    /// <exception cref="OcValidationException">None does, although the pattern has no wildcards.</exception>
    public static IReadOnlyList<MspEndpoint> Find(NamePattern geo)
    {
        MspEndpoint[] found = [.. All.Where(endpoint => geo.Matches(endpoint.Geo) || geo.Matches(endpoint.Code))];
        if (found.Length == 0 && !geo.HasWildcards)
        {
            throw new OcValidationException(
                "Geo", "MspGeoUnknown",
                $"There is no endpoint for '{geo}'. There are: {string.Join(", ", All.Select(row => row.Geo))}.");
        }

        return found;
    }

    /// <summary>The row of the region that an environment's address tells.</summary>
    /// <param name="environment">The environment's address.</param>
    /// <param name="isGuess">Whether only geography speaks for the row.</param>
    /// <exception cref="OcValidationException">The address tells no region, or there is no row for it.</exception>
    public static MspEndpoint ForEnvironment(Uri environment, out bool isGuess)
    {
        var region = EnvironmentUrl.Parse(environment.AbsoluteUri, allowUnknownHost: true).Region
            ?? throw new OcValidationException(
                Field,
                "MspRegionUnknown",
                $"The address '{environment.Host}' tells no region, so no endpoint can be "
                    + "picked. Choose one with -Geo.");
        if (region.MspGeo is not { } geo)
        {
            throw new OcValidationException(
                Field,
                "MspRegionHasNone",
                $"Microsoft's table has no endpoint for {region.Name} ({region.DomainSuffix}). "
                    + "Ask Microsoft support which one to use.");
        }

        isGuess = region.MspGeoConfidence == MspGeoConfidence.Guess;
        return All.Single(endpoint => endpoint.Geo == geo);
    }
}
