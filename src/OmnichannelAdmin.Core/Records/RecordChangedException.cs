namespace OmnichannelAdmin.Records;

/// <summary>The row is no longer the version that the user has seen; nothing was written.</summary>
public sealed class RecordChangedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="write">The write that was refused.</param>
    /// <param name="inner">The server's answer.</param>
    public RecordChangedException(RecordWrite write, Exception? inner = null)
        : base(
            $"The {write.Table.DisplayName} '{write.Label}' has been changed since it was read, "
            + "so it was left as it is. "
            + "Read it again, or use -Force to write over the other change.",
            inner)
    {
    }
}
