using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OData;
using Microsoft.OData.Edm;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Payloads;

/// <summary>Reads the body of a write. The OData library judges names, types and shape.</summary>
internal sealed partial class PayloadReader(DataverseSchema schema, Uri serviceRoot)
{
    private const string DefaultContentType = "application/json";
    private const string Bind = "@odata.bind";

    /// <summary>Reads a row of a table.</summary>
    /// <exception cref="RefusedException">The body does not fit the table.</exception>
    public RowPayload ReadRow(SandboxRequest request, Table table)
    {
        var contentType = request.Header("Content-Type") ?? DefaultContentType;
        if (!contentType.StartsWith(DefaultContentType, StringComparison.OrdinalIgnoreCase))
            throw UnsupportedMediaType(contentType);

        return Judge(table, request.Body, () => ReadRow(WithoutNullBinds(request.Body), table, contentType));
    }

    /// <summary>Reads the rows in the parameter Targets of an action.</summary>
    /// <exception cref="RefusedException">The body does not fit the action, or a row not the table.</exception>
    public List<RowPayload> ReadTargets(SandboxRequest request, Table table, IEdmOperation action)
    {
        var rows = Judge(table, request.Body, () => ReadTargets(request.Body, action));
        return rows.TrueForAll(row => ReferenceEquals(row.Table, table))
            ? rows
            : throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, $"A target is not of table '{table}', on which the action was called.");
    }

    /// <summary>Reads the value of one property: <c>{"value": …}</c>.</summary>
    /// <exception cref="RefusedException">The body does not fit the property.</exception>
    public object? ReadProperty(SandboxRequest request, Table table, IEdmProperty property) =>
        Judge(table, request.Body, () =>
        {
            using var reader = Open(request.Body, DefaultContentType);
            return reader.ReadProperty(property.Type).Value;
        });

    /// <summary>Reads the URL of <c>{"@odata.id": …}</c>.</summary>
    /// <exception cref="RefusedException">The body is no reference.</exception>
    public static Uri ReadReference(SandboxRequest request)
    {
        var text = ReadId(request.Body);
        return text is not null && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var url)
            ? url
            : throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, "A $ref request needs a JSON body with the URL of a row in '@odata.id'.");
    }

    private static string? ReadId(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span) is JsonObject members && members["@odata.id"] is JsonValue value
                && value.TryGetValue<string>(out var text)
                    ? text
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Whoever sent this named no row either.
            return null;
        }
    }

    private RowPayload ReadRow(ReadOnlyMemory<byte> body, Table table, string contentType)
    {
        var set = schema.Model.FindDeclaredEntitySet(table.EntitySetName);
        using var reader = Open(body, contentType);
        return new ResourceWalk(schema).Walk(reader.CreateODataResourceReader(set, set.EntityType()), table);
    }

    private List<RowPayload> ReadTargets(ReadOnlyMemory<byte> body, IEdmOperation action)
    {
        using var reader = Open(body, DefaultContentType);
        var parameters = reader.CreateODataParameterReader(action);
        var rows = new List<RowPayload>();
        while (parameters.Read())
        {
            if (parameters.State == ODataParameterReaderState.ResourceSet)
                rows.AddRange(new ResourceWalk(schema).WalkSet(parameters.CreateResourceSetReader()));
        }

        return rows;
    }

    // A memory stream holds nothing that would have to be given back.
    private ODataMessageReader Open(ReadOnlyMemory<byte> body, string contentType) => new(
        (IODataRequestMessage)new PayloadMessage(new MemoryStream(body.ToArray(), writable: false), contentType),
        Settings(),
        schema.Model);

    private static T Judge<T>(Table table, ReadOnlyMemory<byte> body, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ODataException exception)
        {
            throw Refuse(exception, table, body);
        }
        catch (Exception exception) when (exception is JsonException or UriFormatException or ArgumentException)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadPayload, $"The body does not fit table '{table.LogicalName}': {exception.Message}");
        }
    }

    private ODataMessageReaderSettings Settings() => new()
    {
        BaseUri = serviceRoot,
        EnableMessageStreamDisposal = false,
        MessageQuotas = new ODataMessageQuotas { MaxNestingDepth = 16 },
    };

    // The OData library wants text behind @odata.bind; Dataverse takes null too, as "point at nothing"
    // (learn.microsoft.com: Associate and disassociate table rows using the Web API).
    private static ReadOnlyMemory<byte> WithoutNullBinds(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        if (!text.Contains(Bind, StringComparison.Ordinal) || !NullBind().IsMatch(text))
            return body;

        var row = JsonNode.Parse(text) as JsonObject ?? [];
        foreach (var name in row.Where(IsNullBind).Select(property => property.Key).ToList())
        {
            row.Remove(name);
            row[name[..^Bind.Length]] = null;
        }

        return Encoding.UTF8.GetBytes(row.ToJsonString());
    }

    private static bool IsNullBind(KeyValuePair<string, JsonNode?> property) =>
        property.Value is null && property.Key.EndsWith(Bind, StringComparison.Ordinal);

    private static RefusedException Refuse(ODataException exception, Table table, ReadOnlyMemory<byte> body)
    {
        var unknown = UndeclaredProperty().Match(exception.Message);
        var isBind = unknown.Success && Encoding.UTF8.GetString(body.Span)
            .Contains($"\"{unknown.Groups["name"].Value}{Bind}\"", StringComparison.Ordinal);
        if (unknown.Success && !isBind)
            return RefusedException.BadRequest(ErrorCodes.UnknownProperty, exception.Message);

        return RefusedException.BadRequest(
            ErrorCodes.BadPayload,
            $"The body does not fit table '{table.LogicalName}': {exception.Message}");
    }

    private static RefusedException UnsupportedMediaType(string contentType) => new(
        System.Net.HttpStatusCode.UnsupportedMediaType,
        ErrorCodes.BadRequest,
        $"The body is '{contentType}'; only application/json is read here.");

    [GeneratedRegex("^The property '(?<name>[^']*)' does not exist on type", RegexOptions.CultureInvariant)]
    private static partial Regex UndeclaredProperty();

    [GeneratedRegex("""@odata\.bind"\s*:\s*null""", RegexOptions.CultureInvariant)]
    private static partial Regex NullBind();
}
