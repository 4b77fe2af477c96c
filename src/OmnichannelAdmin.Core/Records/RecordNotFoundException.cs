namespace OmnichannelAdmin.Records;

/// <summary>No row has the GUID or the name that was given.</summary>
public sealed class RecordNotFoundException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="table">The table that was searched.</param>
    /// <param name="identity">What was looked for.</param>
    /// <param name="inner">The server's own words, when it has any.</param>
    public RecordNotFoundException(TableModel table, string identity, Exception? inner = null)
        : base($"There is no {table.DisplayName} '{identity}' in this environment, or you may not see it.", inner)
    {
    }
}
