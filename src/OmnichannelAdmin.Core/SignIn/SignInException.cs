namespace OmnichannelAdmin.SignIn;

/// <summary>Signing in failed.</summary>
public sealed class SignInException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="id">The stable id of the cause, in PascalCase.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">The cause.</param>
    public SignInException(string id, string message, Exception? inner = null)
        : base(message, inner) => Id = id;

    /// <summary>The stable id of the cause.</summary>
    public string Id { get; }
}
