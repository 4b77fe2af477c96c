using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>
/// Records writes that a user sends as requests of their own. One that makes, changes or removes a row of one of the
/// module's tables, and does nothing that the module does not know, is recorded like any other change and can be taken
/// back.
/// </summary>
internal sealed partial class RequestJournal(ChangeJournal journal, RecordStore store, EnvironmentUrl environment)
{
    /// <summary>Records the request, has it sent, and records what became of it.</summary>
    /// <exception cref="JournalException">It could not be recorded, and was not sent.</exception>
    /// <exception cref="DataverseException">The environment refused the request.</exception>
    public async Task<DataverseResponse> SendAsync(
        DataverseRequest request, Func<Task<DataverseResponse>> send, CancellationToken cancellationToken)
    {
        var change = await ChangeOfAsync(request, cancellationToken).ConfigureAwait(false);
        DataverseResponse? response = null;
        await journal.RecordAsync([change], SendAndReadAsync, cancellationToken).ConfigureAwait(false);
        return response!;

        async Task<IReadOnlyList<WriteAnswer>> SendAndReadAsync()
        {
            response = await send().ConfigureAwait(false);
            return [new WriteAnswer(null, response.ETag, response.RequestId, NewRow(change, response))];
        }
    }

    private async Task<RecordedChange> ChangeOfAsync(DataverseRequest request, CancellationToken cancellationToken)
    {
        var target = RequestTarget.Of(request, environment);
        var (isKnown, before) = await BeforeAsync(target, cancellationToken).ConfigureAwait(false);
        var (columns, withheld) = Read(request.Body, target, before);
        var recorded = new RecordedRequest(request.Method.Method, target.Path, withheld);
        var kind = isKnown && withheld.Count == 0 ? KindOf(request, target, before) : ChangeKind.Request;
        var change = journal.NewChange(kind, target.Table, NameOf(target, before, columns) ?? recorded.ToString()) with
        {
            RecordId = target.Id ?? IdIn(request.Body, target),
            Columns = columns,
            Request = recorded,
            ETagBefore = before?.ETag,
        };
        if (kind != ChangeKind.Delete)
            return change;

        var references = await new ReferenceReader(store).ReadAsync(target.Table!, target.Id!.Value, cancellationToken)
            .ConfigureAwait(false);
        return change.WithAllOf(before!, references);
    }

    // A user who may not read a row may write it all the same.
    private async Task<(bool IsKnown, OcRecord? Row)> BeforeAsync(
        RequestTarget target, CancellationToken cancellationToken)
    {
        if (target is not { Table: { } table, IsWhole: true })
            return (false, null);
        if (target.Id is not { } id)
            return (true, null);

        try
        {
            return (true, await store.FindAsync(table, id, cancellationToken).ConfigureAwait(false));
        }
        catch (DataverseException)
        {
            return (false, null);
        }
    }

    private static ChangeKind KindOf(DataverseRequest request, RequestTarget target, OcRecord? before) =>
        request.Method.Method switch
        {
            "POST" when target.Id is null => ChangeKind.Create,
            "PATCH" when before is not null => ChangeKind.Update,
            // A PATCH of a row that is not there makes it.
            "PATCH" when target.Id is not null => ChangeKind.Create,
            "DELETE" when before is not null => ChangeKind.Delete,
            _ => ChangeKind.Request,
        };

    // Only of columns that the module writes is it known whether they hold secrets, and how to put them back.
    private static (IReadOnlyList<RecordedColumn> Columns, IReadOnlyList<string> Withheld) Read(
        JsonObject? body, RequestTarget target, OcRecord? before)
    {
        var columns = new List<RecordedColumn>();
        var withheld = new List<string>();
        foreach (var (name, value) in body ?? [])
        {
            if (target.IsWhole && target.Table is { } table && TryRead(table, name, value, before, out var column))
                columns.Add(column);
            else if (target.Table is null || name != target.Table.PrimaryKey)
                withheld.Add(name);
        }

        return (columns, withheld);
    }

    private static bool TryRead(
        TableModel table, string name, JsonNode? value, OcRecord? before, out RecordedColumn recorded)
    {
        recorded = null!;
        var column = table.Columns.FirstOrDefault(column => column.Declaration.WrittenName == name);
        if (column is null || column.Declaration.ReadOnly)
            return false;

        try
        {
            var after = value is null ? null : column.ReadWritten(JsonSerializer.SerializeToElement(value));
            recorded = new RecordedColumn(column.Name, before is null ? null : column.ValueOf(before), after);
            return true;
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            // The environment will say itself what is wrong with the value.
            return false;
        }
    }

    private static string? NameOf(RequestTarget target, OcRecord? before, IReadOnlyList<RecordedColumn> columns) =>
        before is null
            ? columns.FirstOrDefault(column => column.Name == target.Table?.NameColumn.Name)?.After?.ToString()
            : target.Table!.NameOf(before);

    private static Guid? IdIn(JsonObject? body, RequestTarget target) =>
        target.Table is { } table && Guid.TryParse(body?[table.PrimaryKey]?.ToString(), out var id) ? id : null;

    private static Guid? NewRow(RecordedChange change, DataverseResponse response) =>
        change.RecordId is null && response.Headers.TryGetValue("OData-EntityId", out var url)
            && Guid.TryParse(LastKey().Match(url).Groups["id"].Value, out var id)
            ? id
            : null;

    [GeneratedRegex(@"\((?<id>[0-9A-Fa-f-]{36})\)$")]
    private static partial Regex LastKey();
}
