namespace OmnichannelAdmin.Journal;

/// <summary>A journal cannot be written or read.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Makes the exception.</summary>
    public JournalException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
