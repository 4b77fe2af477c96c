using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>Which application signs in where, for which environment.</summary>
/// <param name="Authority">Where.</param>
/// <param name="ClientId">The application (client) id.</param>
/// <param name="Environment">The environment that the token is for.</param>
internal sealed record EntraApplication(EntraAuthority Authority, Guid ClientId, EnvironmentUrl Environment)
{
    /// <summary>The scope of an application that signs in by itself.</summary>
    public string DefaultScope => $"{Resource}/.default";

    /// <summary>The scope of an application that acts for the person who signs in.</summary>
    public string UserScope => $"{Resource}/user_impersonation";

    private string Resource => Environment.Origin.GetLeftPart(UriPartial.Authority);
}
