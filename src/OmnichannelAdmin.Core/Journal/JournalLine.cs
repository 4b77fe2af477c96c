using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>
/// The lines of a journal. A change has two: one before it is sent, which says what is to be done, and one afterwards,
/// which says what became of it.
/// </summary>
internal static class JournalLine
{
    private const string IdName = "id";
    private const string TimeName = "time";
    private const string UserName = "user";
    private const string UserIdName = "userId";
    private const string EnvironmentName = "environment";
    private const string OrganizationName = "organizationId";
    private const string KindName = "kind";
    private const string RecordName = "record";
    private const string RecordIdName = "recordId";
    private const string NameName = "name";
    private const string ColumnsName = "columns";
    private const string BeforeName = "before";
    private const string AfterName = "after";
    private const string ETagName = "etag";
    private const string LinkName = "link";
    private const string NavigationName = "navigation";
    private const string OutcomeName = "outcome";
    private const string ErrorName = "error";
    private const string RequestName = "requestId";

    /// <summary>What is about to be sent.</summary>
    public static JsonObject Begin(Guid id, DateTimeOffset time, JournalOrigin origin, RecordWrite write) => new()
    {
        [IdName] = id,
        [TimeName] = time,
        [UserName] = origin.User,
        [UserIdName] = origin.UserId,
        [EnvironmentName] = origin.Environment.AbsoluteUri,
        [OrganizationName] = origin.OrganizationId,
        [KindName] = write.Kind.ToString(),
        [RecordName] = write.Table.RecordName,
        [RecordIdName] = write.Id,
        [NameName] = write.Label,
        [ColumnsName] = new JsonArray([.. Columns(write).Select(Write)]),
        [ETagName] = write.Before?.ETag,
        [LinkName] = write.Link is null ? null : Write(write.Link),
    };

    /// <summary>What became of it.</summary>
    public static JsonObject End(Guid id, ChangeOutcome outcome, WriteAnswer? answer, string? error) => new()
    {
        [IdName] = id,
        [OutcomeName] = outcome.ToString(),
        [ETagName] = answer?.ETag,
        [RequestName] = answer?.RequestId,
        [ErrorName] = error,
    };

    /// <summary>Whether the line says what became of a change.</summary>
    public static bool IsEnd(JsonElement line) => line.TryGetProperty(OutcomeName, out _);

    public static Guid IdOf(JsonElement line) => line.GetProperty(IdName).GetGuid();

    /// <exception cref="FormatException">The line is none of a journal.</exception>
    public static RecordedChange ReadBegin(JsonElement line)
    {
        var record = line.GetProperty(RecordName).GetString()!;
        var table = TableModel.Find(record) ?? throw new FormatException($"There is no record class '{record}'.");
        return new RecordedChange
        {
            Id = IdOf(line),
            Time = line.GetProperty(TimeName).GetDateTimeOffset(),
            User = line.GetProperty(UserName).GetString(),
            UserId = line.GetProperty(UserIdName).GetGuid(),
            Environment = new Uri(line.GetProperty(EnvironmentName).GetString()!),
            OrganizationId = line.GetProperty(OrganizationName).GetGuid(),
            Kind = Enum.Parse<RecordWriteKind>(line.GetProperty(KindName).GetString()!),
            Record = record,
            RecordId = line.GetProperty(RecordIdName).GetGuid(),
            Name = line.GetProperty(NameName).GetString()!,
            Columns = [.. line.GetProperty(ColumnsName).EnumerateArray().Select(column => ReadColumn(table, column))],
            ETagBefore = line.GetProperty(ETagName).GetString(),
            Link = ReadLink(line.GetProperty(LinkName)),
        };
    }

    public static RecordedChange ReadEnd(RecordedChange change, JsonElement line) => change with
    {
        Outcome = Enum.Parse<ChangeOutcome>(line.GetProperty(OutcomeName).GetString()!),
        ETagAfter = line.GetProperty(ETagName).GetString(),
        RequestId = line.GetProperty(RequestName).GetString(),
        Error = line.GetProperty(ErrorName).GetString(),
    };

    // A row that is removed can only be put back if all that it held is written down.
    private static IEnumerable<ColumnChange> Columns(RecordWrite write) => write is { Kind: RecordWriteKind.Delete, Before: { } before }
        ? write.Table.Columns.Select(column => new ColumnChange(column, column.ValueOf(before), null))
        : write.Changes;

    private static JsonObject Write(ColumnChange change) => new()
    {
        [NameName] = change.Column.Name,
        [BeforeName] = StoredValue.Write(change.Before),
        [AfterName] = StoredValue.Write(change.After),
    };

    private static JsonObject Write(RecordLink link) => new()
    {
        [NavigationName] = link.Navigation,
        [RecordName] = link.Target.RecordName,
        [RecordIdName] = link.TargetId,
    };

    private static RecordedColumn ReadColumn(TableModel table, JsonElement json)
    {
        var name = json.GetProperty(NameName).GetString()!;
        var column = table.FindColumn(name) ?? throw new FormatException($"A {table.DisplayName} has no column '{name}'.");
        return new RecordedColumn(
            column.Name, StoredValue.Read(column, json.GetProperty(BeforeName)), StoredValue.Read(column, json.GetProperty(AfterName)));
    }

    private static RecordLink? ReadLink(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : new RecordLink(
            json.GetProperty(NavigationName).GetString()!,
            TableModel.Find(json.GetProperty(RecordName).GetString()!) ?? throw new FormatException("The link leads to an unknown record class."),
            json.GetProperty(RecordIdName).GetGuid());
}
