namespace OmnichannelAdmin.Dataverse;

/// <summary>A region of a Dataverse cloud, as the domain of its environments tells it.</summary>
public sealed record DataverseRegion
{
    /// <summary>The region's name.</summary>
    public required string Name { get; init; }

    /// <summary>What follows the organization in an environment's host, such as <c>crm4.dynamics.com</c>.</summary>
    public required string DomainSuffix { get; init; }

    /// <summary>The cloud that the region belongs to.</summary>
    public required DataverseCloud Cloud { get; init; }

    /// <summary>The Entra authority that environments of the region trust.</summary>
    public required Uri Authority { get; init; }

    /// <summary>
    /// Where a person's environments of this cloud can be listed, or null when there is no such place.
    /// </summary>
    public Uri? GlobalDiscovery { get; init; }

    /// <summary>The code that the list of datacenter regions gives, such as <c>EUR</c>, or null.</summary>
    public string? DatacenterCode { get; init; }

    /// <summary>
    /// The Geo of RetrieveCurrentOrganization, or null when it does not tell this region from others.
    /// </summary>
    public string? OrganizationGeo { get; init; }

    /// <summary>The geo in the messaging API's host, or null when the API is not known to exist there.</summary>
    public string? MessagingGeo { get; init; }

    /// <summary>The domain of the messaging API, or null when the API is not known to exist there.</summary>
    public string? MessagingDomain { get; init; }

    /// <summary>
    /// The zone in the scope of a messaging API token, or null where the documented pattern cannot hold. That the zone
    /// is the domain's first label is inferred: the documentation shows no filled-in scope.
    /// </summary>
    public string? TokenZone { get; init; }

    /// <summary>The row of the table of Apple messaging service provider endpoints, or null when none fits.</summary>
    public string? MspGeo { get; init; }

    /// <summary>How sure <see cref="MspGeo"/> is.</summary>
    public MspGeoConfidence MspGeoConfidence { get; init; }

    /// <summary>What an administrator should know about the region, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The first label of the domain, such as <c>crm4</c>.</summary>
    public string Label => DomainSuffix[..DomainSuffix.IndexOf('.', StringComparison.Ordinal)];
}
