namespace OmnichannelAdmin.SignIn;

/// <summary>Where the sign-in of a person is kept.</summary>
public enum TokenCacheKind
{
    /// <summary>In memory, until the connection is closed.</summary>
    Memory,

    /// <summary>
    /// Also in a file that the platform encrypts for this user (DPAPI, Keychain, Secret Service), so that the next
    /// session need not sign in again.
    /// </summary>
    Encrypted,
}
