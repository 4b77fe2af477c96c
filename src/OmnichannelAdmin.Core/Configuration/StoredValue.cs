using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// The form that a column's value has in a file for machines, a plan or a journal: like a document's, but a lookup
/// keeps the GUID beside the name. Of a secret it only says that there was one.
/// </summary>
internal static class StoredValue
{
    private const string Id = "id";
    private const string Name = "name";

    public static JsonNode? Write(object? value) => value switch
    {
        null => null,
        RecordReference reference => new JsonObject { [Id] = reference.Id, [Name] = reference.Name },
        ReferenceSet references => new JsonArray([.. references.Select(Write)]),
        SecureString or SecretState.Set or SecretState.NotReadable =>
            new JsonObject { [SecretReference.Property] = "" },
        SecretState.Unset => null,
        SecretReference secret => new JsonObject { [SecretReference.Property] = secret.Text },
        _ => DocumentValue.ToJson(value),
    };

    /// <exception cref="FormatException">The JSON is no value of the property.</exception>
    public static object? Read(PropertyModel property, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (property is not ColumnModel column)
            return new ReferenceSet(json.EnumerateArray().Select(ReadReference));
        if (column.IsReference && json.ValueKind == JsonValueKind.Object)
            return ReadReference(json);
        if (column.Declaration.IsSecret)
            return new SecretReference(json.GetProperty(SecretReference.Property).GetString()!);

        return DocumentValue.Read(json, column.ValueType) is { } value
            ? DocumentValue.Canonical(column, value)
            : throw new FormatException($"'{json}' is no {column}.");
    }

    private static RecordReference ReadReference(JsonElement json) =>
        new(json.GetProperty(Id).GetGuid(), json.GetProperty(Name).GetString());
}
