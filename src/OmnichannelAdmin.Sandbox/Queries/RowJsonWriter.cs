using System.Text.Json;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>Writes rows as JSON, with the annotations that the caller asked for.</summary>
internal sealed class RowJsonWriter
{
    private static readonly JsonEncodedText EtagName = JsonEncodedText.Encode("@odata.etag");

    private readonly RowStore _store;
    private readonly Permissions _permissions;
    private readonly Utf8JsonWriter _writer;
    private readonly bool _formatted;
    private readonly bool _lookupNames;
    private readonly bool _navigationNames;

    public RowJsonWriter(RequestScope scope, Utf8JsonWriter writer, Preferences preferences)
    {
        _store = scope.Store;
        _permissions = scope.Permissions;
        _writer = writer;
        _formatted = preferences.Includes(AnnotationNames.FormattedValue);
        _lookupNames = preferences.Includes(AnnotationNames.LookupLogicalName);
        _navigationNames = preferences.Includes(AnnotationNames.AssociatedNavigationProperty);
    }

    /// <summary>Writes a row as an object.</summary>
    /// <param name="row">The row.</param>
    /// <param name="selection">What of it.</param>
    /// <param name="context">The context URL of an answer that is one row, or null.</param>
    public void Write(Row row, Selection selection, string? context = null)
    {
        _writer.WriteStartObject();
        if (context is not null)
            _writer.WriteString("@odata.context", context);
        _writer.WriteString(EtagName, row.Etag);
        foreach (var column in selection.Columns)
            Write(column, VisibleValue(row, column));
        foreach (var expansion in selection.Expansions)
            Write(row, expansion);
        _writer.WriteEndObject();
    }

    private void Write(Column column, object? value)
    {
        var names = column.JsonNames;
        if (value is not null)
            WriteAnnotations(column, names, value);
        _writer.WritePropertyName(names.Property);
        WriteValue(value);
    }

    private object? VisibleValue(Row row, Column column) =>
        column.WriteOnly || !_permissions.CanRead(row.Table, column) ? null : row[column];

    /// <summary>Writes a value by itself.</summary>
    public void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                break;
            case string text:
                _writer.WriteStringValue(text);
                break;
            case int number:
                _writer.WriteNumberValue(number);
                break;
            case bool flag:
                _writer.WriteBooleanValue(flag);
                break;
            case Guid id:
                _writer.WriteStringValue(id);
                break;
            case RowReference reference:
                _writer.WriteStringValue(reference.Id);
                break;
            case long number:
                _writer.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                _writer.WriteStringValue(time.UtcDateTime);
                break;
            default:
                throw new NotSupportedException($"A value of type {value.GetType()} has no place in a row.");
        }
    }

    private void WriteAnnotations(Column column, ColumnJsonNames names, object value)
    {
        if (_formatted && FormattedValues.Format(_store, column, value) is { } text)
            _writer.WriteString(names.FormattedValue, text);
        if (value is not RowReference reference)
            return;

        if (_navigationNames && column.NavigationProperty is not null)
            _writer.WriteString(names.AssociatedNavigationProperty, column.NavigationProperty);
        if (_lookupNames)
            _writer.WriteString(names.LookupLogicalName, reference.Table);
    }

    private void Write(Row row, Expansion expansion)
    {
        _writer.WritePropertyName(expansion.Name);
        if (expansion.Lookup is not null)
            WriteSingle(row, expansion, expansion.Lookup);
        else
            WriteCollection(row, expansion);
    }

    private void WriteSingle(Row row, Expansion expansion, Column lookup)
    {
        if (row[lookup] is not RowReference reference || _store.Find(reference) is not { } related)
            _writer.WriteNullValue();
        else if (expansion.Selection is not null)
            Write(related, expansion.Selection);
        else
            WritePrincipal(related);
    }

    // The owner may be of either table, so the model declares no more of it than its id.
    private void WritePrincipal(Row principal)
    {
        _writer.WriteStartObject();
        _writer.WriteString("@odata.type", $"#{EdmModelFactory.Namespace}.{principal.Table.LogicalName}");
        _writer.WriteString(EtagName, principal.Etag);
        _writer.WriteString("ownerid", principal.Id);
        _writer.WriteString(principal.Table.PrimaryId.LogicalName, principal.Id);
        _writer.WriteEndObject();
    }

    private void WriteCollection(Row row, Expansion expansion)
    {
        var rows = expansion.Order.Apply(RowCollection.Rows(_store, row, expansion.Name).Where(expansion.Test));
        _writer.WriteStartArray();
        foreach (var related in expansion.Top is { } top ? rows.Take(top) : rows)
            Write(related, expansion.Selection!);
        _writer.WriteEndArray();
    }
}
