using System.Text;
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
    private const string BindNull = "@odata.bind";

    /// <summary>Reads a row of a table.</summary>
    /// <exception cref="RefusedException">The body does not fit the table.</exception>
    public RowPayload ReadRow(SandboxRequest request, Table table)
    {
        var contentType = request.Header("Content-Type") ?? "application/json";
        if (!contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw UnsupportedMediaType(contentType);

        try
        {
            return ReadRow(WithoutNullBinds(request.Body), table, contentType);
        }
        catch (ODataException exception)
        {
            throw Refuse(exception, table, request.Body);
        }
        catch (System.Text.Json.JsonException exception)
        {
            throw RefusedException.BadRequest(ErrorCodes.BadPayload, $"The body is no JSON: {exception.Message}");
        }
    }

    /// <summary>Reads the rows in the parameter Targets of an action.</summary>
    /// <exception cref="RefusedException">The body does not fit the action, or a row not the table.</exception>
    public List<RowPayload> ReadTargets(SandboxRequest request, Table table, IEdmOperation action)
    {
        try
        {
            using var stream = new MemoryStream(request.Body.ToArray(), writable: false);
            using var messageReader = new ODataMessageReader(
                (IODataRequestMessage)new PayloadMessage(stream, "application/json"), Settings(), schema.Model);
            var parameters = messageReader.CreateODataParameterReader(action);
            var rows = new List<RowPayload>();
            while (parameters.Read())
            {
                if (parameters.State == ODataParameterReaderState.ResourceSet)
                    rows.AddRange(new ResourceWalk(schema).WalkSet(parameters.CreateResourceSetReader()));
            }

            return rows.TrueForAll(row => ReferenceEquals(row.Table, table))
                ? rows
                : throw RefusedException.BadRequest(
                    ErrorCodes.BadPayload, $"A target is not of table '{table}', on which the action was called.");
        }
        catch (ODataException exception)
        {
            throw Refuse(exception, table, request.Body);
        }
    }

    /// <summary>Reads the value of one property: <c>{"value": …}</c>.</summary>
    /// <exception cref="RefusedException">The body does not fit the property.</exception>
    public object? ReadProperty(SandboxRequest request, Table table, IEdmProperty property)
    {
        try
        {
            using var stream = new MemoryStream(request.Body.ToArray(), writable: false);
            using var reader = new ODataMessageReader(
                (IODataRequestMessage)new PayloadMessage(stream, "application/json"), Settings(), schema.Model);
            return reader.ReadProperty(property.Type).Value;
        }
        catch (ODataException exception)
        {
            throw Refuse(exception, table, request.Body);
        }
    }

    /// <summary>Reads the URL of <c>{"@odata.id": …}</c>.</summary>
    /// <exception cref="RefusedException">The body is no reference.</exception>
    public static Uri ReadReference(SandboxRequest request)
    {
        try
        {
            var body = JsonNode.Parse(request.Body.Span) as JsonObject;
            if (body?["@odata.id"] is JsonValue value && value.TryGetValue<string>(out var text))
                return new Uri(text, UriKind.RelativeOrAbsolute);
        }
        catch (System.Text.Json.JsonException)
        {
            // Answered below: a body that cannot be read names no row either.
        }

        throw RefusedException.BadRequest(
            ErrorCodes.BadPayload, "A $ref request needs a JSON body with the URL of a row in '@odata.id'.");
    }

    private RowPayload ReadRow(ReadOnlyMemory<byte> body, Table table, string contentType)
    {
        var set = schema.Model.FindDeclaredEntitySet(table.EntitySetName);
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var messageReader = new ODataMessageReader(
            (IODataRequestMessage)new PayloadMessage(stream, contentType), Settings(), schema.Model);
        var reader = messageReader.CreateODataResourceReader(set, set.EntityType());
        return new ResourceWalk(schema).Walk(reader, table);
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
        if (!text.Contains(BindNull, StringComparison.Ordinal) || !NullBind().IsMatch(text))
            return body;

        var row = JsonNode.Parse(text) as JsonObject ?? [];
        foreach (var name in row.Where(IsNullBind).Select(property => property.Key).ToList())
        {
            row.Remove(name);
            row[name[..^BindNull.Length]] = null;
        }

        return Encoding.UTF8.GetBytes(row.ToJsonString());
    }

    private static bool IsNullBind(KeyValuePair<string, JsonNode?> property) =>
        property.Value is null && property.Key.EndsWith(BindNull, StringComparison.Ordinal);

    private static RefusedException Refuse(ODataException exception, Table table, ReadOnlyMemory<byte> body)
    {
        var unknown = UndeclaredProperty().Match(exception.Message);
        var isBind = unknown.Success && Encoding.UTF8.GetString(body.Span)
            .Contains($"\"{unknown.Groups["name"].Value}{BindNull}\"", StringComparison.Ordinal);
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
