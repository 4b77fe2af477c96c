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
    private const string RequestIdName = "requestId";
    private const string LostLinksName = "lostLinks";
    private const string LostReferencesName = "lostReferences";
    private const string ColumnName = "column";
    private const string RequestName = "request";
    private const string MethodName = "method";
    private const string PathName = "path";
    private const string WithheldName = "withheld";

    /// <summary>What is about to be sent.</summary>
    public static JsonObject Begin(RecordedChange change) => new()
    {
        [IdName] = change.Id,
        [TimeName] = change.Time,
        [UserName] = change.User,
        [UserIdName] = change.UserId,
        [EnvironmentName] = change.Environment.AbsoluteUri,
        [OrganizationName] = change.OrganizationId,
        [KindName] = change.Kind.ToString(),
        [RecordName] = change.Record,
        [RecordIdName] = change.RecordId,
        [NameName] = change.Name,
        [ColumnsName] = new JsonArray([.. change.Columns.Select(Write)]),
        [ETagName] = change.ETagBefore,
        [LinkName] = change.Link is null ? null : Write(change.Link),
        [LostLinksName] = new JsonArray([.. change.LostLinks.Select(Write)]),
        [LostReferencesName] = new JsonArray([.. change.LostReferences.Select(Write)]),
        [RequestName] = change.Request is null ? null : Write(change.Request),
    };

    /// <summary>What became of it.</summary>
    public static JsonObject End(Guid id, ChangeOutcome outcome, WriteAnswer? answer, string? error) => new()
    {
        [IdName] = id,
        [OutcomeName] = outcome.ToString(),
        [ETagName] = answer?.ETag,
        [RecordIdName] = answer?.NewRecordId,
        [RequestIdName] = answer?.RequestId,
        [ErrorName] = error,
    };

    /// <summary>Whether the line says what became of a change.</summary>
    public static bool IsEnd(JsonElement line) => line.TryGetProperty(OutcomeName, out _);

    public static Guid IdOf(JsonElement line) => line.GetProperty(IdName).GetGuid();

    /// <exception cref="FormatException">The line is none of a journal.</exception>
    public static RecordedChange ReadBegin(JsonElement line)
    {
        var record = line.GetProperty(RecordName).GetString();
        return new RecordedChange
        {
            Id = IdOf(line),
            Time = line.GetProperty(TimeName).GetDateTimeOffset(),
            User = line.GetProperty(UserName).GetString(),
            UserId = line.GetProperty(UserIdName).GetGuid(),
            Environment = new Uri(line.GetProperty(EnvironmentName).GetString()!),
            OrganizationId = line.GetProperty(OrganizationName).GetGuid(),
            Kind = Enum.Parse<ChangeKind>(line.GetProperty(KindName).GetString()!),
            Record = record,
            RecordId = ReadId(line),
            Name = line.GetProperty(NameName).GetString()!,
            Columns = record is null ? [] : ReadColumns(TableOf(record), line.GetProperty(ColumnsName)),
            ETagBefore = line.GetProperty(ETagName).GetString(),
            Link = line.GetProperty(LinkName) is { ValueKind: JsonValueKind.Object } link ? ReadLink(link) : null,
            LostLinks = [.. line.GetProperty(LostLinksName).EnumerateArray().Select(ReadLink)],
            LostReferences = [.. line.GetProperty(LostReferencesName).EnumerateArray().Select(ReadReference)],
            Request = line.GetProperty(RequestName) is { ValueKind: JsonValueKind.Object } request
                ? ReadRequest(request)
                : null,
        };
    }

    public static RecordedChange ReadEnd(RecordedChange change, JsonElement line) => change with
    {
        Outcome = Enum.Parse<ChangeOutcome>(line.GetProperty(OutcomeName).GetString()!),
        ETagAfter = line.GetProperty(ETagName).GetString(),
        RecordId = ReadId(line) ?? change.RecordId,
        RequestId = line.GetProperty(RequestIdName).GetString(),
        Error = line.GetProperty(ErrorName).GetString(),
    };

    private static JsonObject Write(RecordedColumn column) => new()
    {
        [NameName] = column.Name,
        [BeforeName] = StoredValue.Write(column.Before),
        [AfterName] = StoredValue.Write(column.After),
    };

    private static JsonObject Write(RecordLink link) => new()
    {
        [NavigationName] = link.Navigation,
        [RecordName] = link.Target.RecordName,
        [RecordIdName] = link.TargetId,
    };

    private static JsonObject Write(LostReference reference) => new()
    {
        [RecordName] = reference.Table.RecordName,
        [RecordIdName] = reference.RecordId,
        [ColumnName] = reference.Column,
    };

    private static JsonObject Write(RecordedRequest request) => new()
    {
        [MethodName] = request.Method,
        [PathName] = request.Path,
        [WithheldName] = new JsonArray([.. request.Withheld.Select(name => JsonValue.Create(name))]),
    };

    private static Guid? ReadId(JsonElement line) =>
        line.GetProperty(RecordIdName) is { ValueKind: JsonValueKind.String } id ? id.GetGuid() : null;

    private static TableModel TableOf(string record) =>
        TableModel.Find(record) ?? throw new FormatException($"There is no record class '{record}'.");

    private static IReadOnlyList<RecordedColumn> ReadColumns(TableModel table, JsonElement columns) =>
        [.. columns.EnumerateArray().Select(column => ReadColumn(table, column))];

    private static RecordedColumn ReadColumn(TableModel table, JsonElement json)
    {
        var name = json.GetProperty(NameName).GetString()!;
        var column = table.FindColumn(name)
            ?? throw new FormatException($"A {table.DisplayName} has no column '{name}'.");
        return new RecordedColumn(
            column.Name,
            StoredValue.Read(column, json.GetProperty(BeforeName)),
            StoredValue.Read(column, json.GetProperty(AfterName)));
    }

    private static RecordLink ReadLink(JsonElement json) => new(
        json.GetProperty(NavigationName).GetString()!,
        TableOf(json.GetProperty(RecordName).GetString()!),
        json.GetProperty(RecordIdName).GetGuid());

    private static LostReference ReadReference(JsonElement json) => new(
        TableOf(json.GetProperty(RecordName).GetString()!),
        json.GetProperty(RecordIdName).GetGuid(),
        json.GetProperty(ColumnName).GetString()!);

    private static RecordedRequest ReadRequest(JsonElement json) => new(
        json.GetProperty(MethodName).GetString()!,
        json.GetProperty(PathName).GetString()!,
        [.. json.GetProperty(WithheldName).EnumerateArray().Select(name => name.GetString()!)]);
}
