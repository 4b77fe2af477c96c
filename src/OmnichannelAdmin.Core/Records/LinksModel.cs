using System.Reflection;
using System.Text.Json;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>A property and the many-to-many relationship it is bound to.</summary>
public sealed class LinksModel : PropertyModel
{
    private readonly LinksAttribute _declaration;

    internal LinksModel(PropertyInfo property, LinksAttribute declaration)
        : base(property) => _declaration = declaration;

    /// <summary>The collection-valued navigation property.</summary>
    public string Navigation => _declaration.Navigation;

    /// <summary>The table of the rows at the other end.</summary>
    public TableModel Target => TableModel.Of(_declaration.Target);

    /// <inheritdoc/>
    public override IReadOnlyList<TableModel> Targets => [Target];

    /// <summary>What <c>$expand</c> asks for to fill the property.</summary>
    public ODataExpand Expand => new(Navigation, [Target.PrimaryKey, Target.NameColumn.Declaration.Column]);

    internal override IReadOnlyList<RecordReference> ValueOf(OcRecord record) =>
        (IReadOnlyList<RecordReference>)base.ValueOf(record)!;

    internal IEnumerable<RecordLink> Of(OcRecord record) =>
        ValueOf(record).Select(other => new RecordLink(Navigation, Target, other.Id, other.Name));

    internal void SetOn(OcRecord record, IReadOnlyList<RecordReference> value) => Property.SetValue(record, value);

    internal IReadOnlyList<RecordReference> Read(JsonElement row) =>
        row.TryGetProperty(Navigation, out var rows)
            ? [.. rows.EnumerateArray().Select(ReferenceTo).OrderBy(link => link.Name)]
            : [];

    private RecordReference ReferenceTo(JsonElement row)
    {
        var name = row.TryGetProperty(Target.NameColumn.Declaration.Column, out var text) ? text.GetString() : null;
        return new RecordReference(row.GetProperty(Target.PrimaryKey).GetGuid(), name);
    }
}
