namespace OmnichannelAdmin.SignIn;

/// <summary>Which application signs in where, for what.</summary>
/// <param name="Authority">Where.</param>
/// <param name="ClientId">The application (client) id.</param>
/// <param name="Resource">What the token is for: an environment's origin, or another application's URI.</param>
internal sealed record EntraApplication(EntraAuthority Authority, Guid ClientId, string Resource)
{
    /// <summary>The scope of an application that signs in by itself.</summary>
    public string DefaultScope => $"{Resource}/.default";

    /// <summary>The scope of an application that acts for the person who signs in.</summary>
    public string UserScope => $"{Resource}/user_impersonation";
}
