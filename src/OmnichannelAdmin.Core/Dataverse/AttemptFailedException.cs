namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// An attempt ended without an answer. The retry handler judges it; the client turns it into its own error.
/// </summary>
internal sealed class AttemptFailedException(string message, DataverseErrorKind kind, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The sort of failure.</summary>
    public DataverseErrorKind Kind { get; } = kind;

    /// <summary>Whether the request may have reached the server, so that it may have been carried out.</summary>
    public bool MayHaveBeenCarriedOut { get; init; }

    /// <summary>Whether the same request may get an answer later.</summary>
    public bool IsTransient { get; init; } = true;
}
