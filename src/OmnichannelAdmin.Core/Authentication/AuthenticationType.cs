namespace OmnichannelAdmin.Authentication;

/// <summary>How customers are authenticated (column <c>msdyn_authenticationtype</c>).</summary>
public enum AuthenticationType
{
    /// <summary>OAuth 2.0 implicit flow: the chat's own page hands in a JSON Web Token.</summary>
    ImplicitFlow = 192350000,

    /// <summary>OAuth 2.0 code flow.</summary>
    CodeFlow = 192350001,

    /// <summary>Gatekeeper biometric authentication, for voice only.</summary>
    GatekeeperBiometric = 192350002,

    /// <summary>
    /// OAuth 2.0 OpenID Connect flow, which replaced the code flow of Apple Messages for Business in 2024.
    /// </summary>
    OpenIdConnect = 192350003,

    /// <summary>OAuth 2.0 enhanced authentication chat flow. What it needs is not documented.</summary>
    EnhancedChat = 192350004,
}
