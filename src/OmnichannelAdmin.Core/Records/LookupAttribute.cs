using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>A lookup column; the property is a <see cref="RecordReference"/>.</summary>
/// <param name="column">The column's logical name.</param>
/// <param name="target">The record class of the rows it points at.</param>
public sealed class LookupAttribute(string column, Type target) : ColumnAttribute(column)
{
    /// <summary>The record class of the rows it points at.</summary>
    public Type Target { get; } = target;

    /// <summary>The navigation property, which is what a write must name; it is not always the column.</summary>
    public required string Navigation { get; init; }

    /// <inheritdoc/>
    public override string SelectName => $"_{Column}_value";

    /// <inheritdoc/>
    public override string WrittenName => $"{Navigation}@odata.bind";

    /// <inheritdoc/>
    public override object? ReadWritten(JsonElement value, Type type)
    {
        var path = value.GetString()!;
        return new RecordReference(Guid.Parse(path[(path.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')')));
    }

    /// <inheritdoc/>
    public override ODataFilter IsEqualTo(object? value) => value is RecordReference target
        ? ODataFilter.Equal(SelectName, target.Id)
        : ODataFilter.IsNull(SelectName);

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type) =>
        new RecordReference(value.GetGuid(), Annotation(row));

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) =>
        JsonValue.Create(ODataPath.Bind(TableModel.Of(Target).EntitySet, ((RecordReference)value).Id));

    private string? Annotation(JsonElement row) =>
        row.TryGetProperty($"{SelectName}@OData.Community.Display.V1.FormattedValue", out var name)
            ? name.GetString()
            : null;
}
