using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>Finds out which records have their secrets set, without reading any.</summary>
internal sealed class SecretReader(DataverseClient client, IDataverseObserver observer)
{
    public async Task ReadAsync(TableModel table, OcRecord record, CancellationToken cancellationToken)
    {
        var secrets = await ReadAsync(table, ODataFilter.Equal(table.PrimaryKey, record.Id), cancellationToken)
            .ConfigureAwait(false);
        secrets.ApplyTo(record);
    }

    public async Task<SecretStates> ReadAsync(
        TableModel table, ODataFilter? filter, CancellationToken cancellationToken)
    {
        var states = new SecretStates();
        foreach (var column in table.Secrets)
            states.Add(column, await ReadHoldersAsync(table, column, filter, cancellationToken).ConfigureAwait(false));

        return states;
    }

    // The secret itself is never read. Who may not read the column may not filter by it either.
    private async Task<HashSet<Guid>?> ReadHoldersAsync(
        TableModel table, ColumnModel column, ODataFilter? filter, CancellationToken cancellationToken)
    {
        var query = new ODataQuery
        {
            Select = [table.PrimaryKey],
            Filter = RecordRequests.And(filter, ODataFilter.IsNotNull(column.Declaration.Column)),
        };
        var holders = new HashSet<Guid>();
        try
        {
            var request = RecordRequests.Get(query.ToPath(table.EntitySet));
            await foreach (
                var page in client.ReadPagesAsync(request, observer, cancellationToken).ConfigureAwait(false))
                holders.UnionWith(page.Rows.Select(row => row.GetProperty(table.PrimaryKey).GetGuid()));
        }
        catch (DataverseException e) when (e.Kind == DataverseErrorKind.PermissionDenied)
        {
            return null;
        }

        return holders;
    }
}
