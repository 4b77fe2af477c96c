using System.Text.Json;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Storage;

/// <summary>Writes an organization as JSON: who it is, its rows and its links. Secrets stay behind.</summary>
internal static class OrganizationWriter
{
    /// <summary>The version of the format.</summary>
    public const int Format = 1;

    public static void Write(SandboxOrganization organization, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        organization.Store.Read(() =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            WriteSettings(writer, organization.Settings);
            writer.WriteNumber("version", organization.Store.Version);
            WriteTables(writer, organization.Store);
            WriteLinks(writer, organization.Store);
            writer.WriteEndObject();
            return true;
        });
    }

    private static void WriteSettings(Utf8JsonWriter writer, SandboxSettings settings)
    {
        writer.WriteStartObject("organization");
        writer.WriteString("url", settings.Url.AbsoluteUri);
        writer.WriteString("name", settings.Name);
        writer.WriteString("organizationId", settings.OrganizationId);
        writer.WriteString("tenantId", settings.TenantId);
        writer.WriteString("userId", settings.UserId);
        writer.WriteString("userName", settings.UserName);
        writer.WriteString("version", settings.Version);
        writer.WriteString("geo", settings.Geo);
        writer.WriteEndObject();
    }

    private static void WriteTables(Utf8JsonWriter writer, RowStore store)
    {
        writer.WriteStartObject("tables");
        foreach (var table in store.Schema.Tables)
        {
            if (store[table].Count == 0 || table.IsIntersect)
                continue;

            writer.WriteStartArray(table.LogicalName);
            foreach (var row in store[table].Sorted)
                WriteRow(writer, row);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, Row row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("@version", row.Version);
        foreach (var column in row.Table.Columns)
        {
            if (row[column] is { } value && !column.IsSecret && column.LogicalName != Row.VersionColumn)
                WriteValue(writer, column, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Column column, object value)
    {
        writer.WritePropertyName(column.LogicalName);
        if (value is RowReference reference)
        {
            writer.WriteStringValue($"{reference.Table}({reference.Id})");
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType());
    }

    private static void WriteLinks(Utf8JsonWriter writer, RowStore store)
    {
        writer.WriteStartObject("links");
        foreach (var relationship in store.Schema.ManyToMany)
        {
            if (store[relationship].Pairs.Count == 0)
                continue;

            writer.WriteStartArray(relationship.Name);
            foreach (var (first, second) in store[relationship].Pairs.Order())
                writer.WriteStringValue($"{first} {second}");
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
