namespace OmnichannelAdmin.Records;

/// <summary>Which rows have which secrets, as far as the caller may know.</summary>
internal sealed class SecretStates
{
    private readonly Dictionary<ColumnModel, HashSet<Guid>?> _holders = [];

    /// <summary>Notes the rows that have a secret; null when the caller may not know.</summary>
    public void Add(ColumnModel column, HashSet<Guid>? holders) => _holders[column] = holders;

    /// <summary>Notes on a record that was just read what is known of its secrets.</summary>
    public void ApplyTo(OcRecord record)
    {
        foreach (var (column, holders) in _holders)
            column.SetOn(record, StateOf(record.Id, holders));
    }

    private static SecretState StateOf(Guid id, HashSet<Guid>? holders)
    {
        if (holders is null)
            return SecretState.NotReadable;

        return holders.Contains(id) ? SecretState.Set : SecretState.Unset;
    }
}
