namespace OmnichannelAdmin.Configuration;

/// <summary>
/// A secret that a document refers to cannot be had. The message names the reference, never the secret.
/// </summary>
public sealed class SecretNotFoundException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="reason">What is missing and what to do, as a sentence.</param>
    /// <param name="inner">What was caught, if it holds no secret.</param>
    public SecretNotFoundException(SecretReference reference, string reason, Exception? inner = null)
        : base($"The secret '{reference.Text}' cannot be had: {reason}", inner)
    {
    }
}
