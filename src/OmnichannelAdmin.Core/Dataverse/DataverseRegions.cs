namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// The known regions. Sources: the Power Platform list of datacenter regions, the discovery table of Microsoft's own
/// Dataverse client, and the geo table of the omnichannel chat SDK.
/// </summary>
public static class DataverseRegions
{
    private const string MessagingDomain = "omnichannelengagementhub.com";

    /// <summary>The regions, the commercial cloud first.</summary>
    public static IReadOnlyList<DataverseRegion> All { get; } =
    [
        Public("crm", "North America", "NAM", null, "us", "North America") with
        {
            Note = "The environment itself reports no geo of its own here: North America and GCC share one.",
        },
        Public("crm2", "South America", "SAM", "LATAM", "br", "South America") with
        {
            Note = "The availability list of Contact Center calls this region Brazil.",
        },
        Public("crm3", "Canada", "CAN", "CAN", "ca", "Canada"),
        Public("crm4", "Europe, Middle East and Africa", "EUR", "EMEA", "eu", "Europe"),
        Public("crm5", "Asia Pacific", "APJ", "APAC", "as", "Asia-Pacific"),
        Public("crm6", "Oceania (Australia)", "OCE", "OCE", "au", "Australia"),
        Public("crm7", "Japan", "JPN", "JPN", "jp", "Japan"),
        Public("crm8", "India", "IND", "IND", "in", "India"),
        Public("crm9", "US Government Community Cloud (GCC)", "GCC", null, "gov", null) with
        {
            Cloud = DataverseCloud.Gcc,
            GlobalDiscovery = new Uri("https://globaldisco.crm9.dynamics.com"),
            MessagingDomain = "omnichannelengagementhub.us",
            Note = "No messaging service provider row exists for GCC; its token scope is unverified.",
        },
        Public("crm10", "Pre-production", null, null, "preprod", null) with
        {
            Cloud = DataverseCloud.Test,
            Note = "Early access, not for production.",
        },
        Public("crm11", "United Kingdom", "GBR", "GBR", "uk", "United Kingdom"),
        Public("crm12", "France", "FRA", "FRA", "fr", "France"),
        Public("crm14", "South Africa", "ZAF", "ZAF", "za", null) with
        {
            Note = "No messaging service provider row exists, and Contact Center does not list the region.",
        },
        Public("crm15", "United Arab Emirates", "UAE", "UAE", "ae", "United Arab Emirates"),
        Public("crm16", "Germany", "GER", "GER", "de", "Germany") with
        {
            Note = "The German region of the commercial cloud, not the closed sovereign cloud.",
        },
        Public("crm17", "Switzerland", "CHE", "CHE", "ch", "Switzerland"),
        Public("crm19", "Norway", "NOR", "NOR", "no", "Europe") with
        {
            MspGeoConfidence = MspGeoConfidence.Guess,
            Note = "No row of its own; Europe is a guess, since Norway counts to the EU data boundary elsewhere.",
        },
        Public("crm20", "Singapore", "SGP", "SGP", "sg", "Asia-Pacific") with
        {
            MspGeoConfidence = MspGeoConfidence.Guess,
            Note = "No row of its own; Asia-Pacific is a guess by geography.",
        },
        Public("crm21", "Korea", "KOR", "KOR", "kr", "Asia-Pacific") with
        {
            MspGeoConfidence = MspGeoConfidence.Guess,
            Note = "No row of its own; Asia-Pacific is a guess by geography.",
        },
        Public("crm22", "Sweden", "SWE", null, "se", "Europe") with
        {
            MspGeoConfidence = MspGeoConfidence.Guess,
            Note = "No row of its own; Europe is a guess by geography.",
        },
        new()
        {
            Name = "US Government High (GCC High)",
            DomainSuffix = "crm.microsoftdynamics.us",
            Cloud = DataverseCloud.GccHigh,
            Authority = new Uri("https://login.microsoftonline.us"),
            GlobalDiscovery = new Uri("https://globaldisco.crm.microsoftdynamics.us"),
            DatacenterCode = "GCC High",
            OrganizationGeo = "USG",
            Note = "Contact Center's digital channels are not offered here.",
        },
        new()
        {
            Name = "US Department of Defense",
            DomainSuffix = "crm.appsplatform.us",
            Cloud = DataverseCloud.Dod,
            Authority = new Uri("https://login.microsoftonline.us"),
            GlobalDiscovery = new Uri("https://globaldisco.crm.appsplatform.us"),
            DatacenterCode = "DoD",
            OrganizationGeo = "DOD",
            Note = "Nothing is known of omnichannel here.",
        },
        new()
        {
            Name = "China (21Vianet)",
            DomainSuffix = "crm.dynamics.cn",
            Cloud = DataverseCloud.China,
            Authority = new Uri("https://login.partner.microsoftonline.cn"),
            GlobalDiscovery = new Uri("https://globaldisco.crm.dynamics.cn"),
            DatacenterCode = "CHN",
            OrganizationGeo = "CHN",
            Note = "Nothing is known of omnichannel here.",
        },
        new()
        {
            Name = "Germany (legacy sovereign, closed)",
            DomainSuffix = "crm.microsoftdynamics.de",
            Cloud = DataverseCloud.GermanyLegacy,
            Authority = new Uri("https://login.microsoftonline.de"),
            DatacenterCode = "DEU",
            OrganizationGeo = "DEU",
            Note = "This cloud is closed.",
        },
    ];

    /// <summary>Finds the region whose environments live directly below a domain.</summary>
    /// <param name="domain">The host without the organization's label, such as <c>crm4.dynamics.com</c>.</param>
    /// <returns>The region, or null when the domain is not in the table.</returns>
    public static DataverseRegion? FindByDomain(string domain) =>
        All.FirstOrDefault(region => region.DomainSuffix.Equals(domain, StringComparison.OrdinalIgnoreCase));

    private static DataverseRegion Public(
        string label,
        string name,
        string? datacenterCode,
        string? organizationGeo,
        string messagingGeo,
        string? mspGeo) => new()
        {
            Name = name,
            DomainSuffix = $"{label}.dynamics.com",
            Cloud = DataverseCloud.Public,
            Authority = new Uri("https://login.microsoftonline.com"),
            GlobalDiscovery = new Uri("https://globaldisco.crm.dynamics.com"),
            DatacenterCode = datacenterCode,
            OrganizationGeo = organizationGeo,
            MessagingGeo = messagingGeo,
            MessagingDomain = MessagingDomain,
            TokenZone = label,
            MspGeo = mspGeo,
            MspGeoConfidence = mspGeo is null ? MspGeoConfidence.None : MspGeoConfidence.High,
        };
}
