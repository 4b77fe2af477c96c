using System.Security;

namespace OmnichannelAdmin.Configuration;

/// <summary>Finds secrets that a document refers to.</summary>
public interface ISecretSource
{
    /// <summary>Finds a secret, or answers null when this source does not know it.</summary>
    /// <exception cref="SecretNotFoundException">The reference is one of this source's, and there is no such
    /// secret.</exception>
    Task<SecureString?> FindAsync(SecretReference reference, CancellationToken cancellationToken);
}
