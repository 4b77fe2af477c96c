namespace OmnichannelAdmin.Dataverse;

/// <summary>The separately run clouds that Dataverse exists in.</summary>
public enum DataverseCloud
{
    /// <summary>The commercial cloud.</summary>
    Public,

    /// <summary>Pre-production environments inside the commercial cloud.</summary>
    Test,

    /// <summary>US Government Community Cloud; it signs in at the commercial Entra.</summary>
    Gcc,

    /// <summary>US Government Community Cloud High.</summary>
    GccHigh,

    /// <summary>US Department of Defense.</summary>
    Dod,

    /// <summary>China, operated by 21Vianet.</summary>
    China,

    /// <summary>The closed sovereign cloud of Germany, kept so that its addresses are recognised.</summary>
    GermanyLegacy,
}
