using System.Text.Json;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Storage;

/// <summary>Reads what <see cref="OrganizationWriter"/> wrote, or what a person wrote in its format.</summary>
internal static class OrganizationReader
{
    /// <summary>Who the organization is.</summary>
    /// <exception cref="InvalidDataException">The file is no organization of this format.</exception>
    public static SandboxSettings ReadSettings(JsonElement file) => Guarded(() =>
    {
        var format = file.GetProperty("format").GetInt32();
        if (format != OrganizationWriter.Format)
        {
            throw new InvalidDataException(
                $"The file is of format {format}; this version reads {OrganizationWriter.Format}.");
        }

        var organization = file.GetProperty("organization");
        return new SandboxSettings
        {
            Url = new Uri(organization.GetProperty("url").GetString()!),
            Name = organization.GetProperty("name").GetString()!,
            OrganizationId = organization.GetProperty("organizationId").GetGuid(),
            TenantId = organization.GetProperty("tenantId").GetGuid(),
            UserId = organization.GetProperty("userId").GetGuid(),
            UserName = organization.GetProperty("userName").GetString()!,
            Version = organization.GetProperty("version").GetString()!,
            Geo = organization.GetProperty("geo").GetString()!,
        };
    });

    /// <summary>Puts the rows and links of a file into an empty store.</summary>
    /// <exception cref="InvalidDataException">A table, column or value does not fit.</exception>
    public static void ReadRows(JsonElement file, RowStore store) => Guarded(() => store.Write(transaction =>
    {
        foreach (var table in file.GetProperty("tables").EnumerateObject())
        {
            var definition = store.Schema.Table(table.Name);
            if (definition.IsIntersect)
                throw new FormatException($"The rows of '{table.Name}' are links: write them under 'links'.");

            foreach (var row in table.Value.EnumerateArray())
                transaction.Put(ReadRow(row, definition));
        }

        foreach (var links in file.GetProperty("links").EnumerateObject())
            ReadLinks(links, transaction);
        store.MoveVersion(file.GetProperty("version").GetInt64());
        return true;
    }));

    private static Row ReadRow(JsonElement row, Table table)
    {
        var values = new object?[table.Columns.Count];
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name == "@version")
                continue;

            var column = table.Column(property.Name);
            values[column.Ordinal] = ReadValue(property.Value, column);
        }

        var id = row.GetProperty(table.PrimaryId.LogicalName).GetGuid();
        return new Row(table, id, row.GetProperty("@version").GetInt64(), values);
    }

    private static object? ReadValue(JsonElement value, Column column) => column.Type switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        ColumnType.Lookup or ColumnType.Owner => ReadReference(value.GetString() ?? string.Empty),
        ColumnType.Uniqueidentifier or ColumnType.File => value.GetGuid(),
        ColumnType.Boolean => value.GetBoolean(),
        ColumnType.DateTime => value.GetDateTimeOffset(),
        ColumnType.BigInt => value.GetInt64(),
        ColumnType.Integer or ColumnType.Picklist or ColumnType.State or ColumnType.Status => value.GetInt32(),
        _ => value.GetString(),
    };

    private static RowReference ReadReference(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && text.EndsWith(')')
            ? new RowReference(text[..open], Guid.Parse(text.AsSpan(open + 1, text.Length - open - 2)))
            : throw new FormatException($"'{text}' is no reference: write table(id).");
    }

    private static void ReadLinks(JsonProperty links, RowTransaction transaction)
    {
        var set = transaction.Store[transaction.Store.Schema.FindManyToMany(links.Name)
            ?? throw new FormatException($"There is no relationship '{links.Name}'.")];
        foreach (var pair in links.Value.EnumerateArray())
        {
            if (pair.GetString()?.Split(' ') is not [var first, var second])
                throw new FormatException($"A link of '{links.Name}' is not two ids.");
            transaction.Link(set, (Guid.Parse(first), Guid.Parse(second)));
        }
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or ArgumentException
            or InvalidOperationException)
        {
            throw new InvalidDataException($"The file holds no sandbox organization: {exception.Message}", exception);
        }
    }
}
