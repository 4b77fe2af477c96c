using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A property and the column it is bound to.</summary>
public sealed class ColumnModel : PropertyModel
{
    private readonly InstanceOfAttribute[] _instances;
    private readonly Lazy<IReadOnlyList<TableModel>> _targets;

    internal ColumnModel(TableModel table, PropertyInfo property, ColumnAttribute declaration)
        : base(property)
    {
        Table = table;
        Declaration = declaration;
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        _instances = [.. property.GetCustomAttributes<InstanceOfAttribute>()];
        _targets = new(FindTargets);
    }

    /// <summary>The table.</summary>
    public TableModel Table { get; }

    /// <summary>How the column was declared.</summary>
    public ColumnAttribute Declaration { get; }

    /// <summary>The property's type, without <see cref="Nullable{T}"/>.</summary>
    public Type ValueType { get; }

    /// <summary>Whether the column points at a row.</summary>
    public bool IsReference => Declaration is LookupAttribute or InstanceAttribute;

    /// <inheritdoc/>
    public override string DocumentName => Declaration.DocumentName ?? base.DocumentName;

    /// <inheritdoc/>
    public override IReadOnlyList<TableModel> Targets => _targets.Value;

    /// <summary>
    /// The table that the column points at in one row, or null when it can point at none that is known.
    /// </summary>
    /// <param name="valueOf">Answers with the row's value of another property.</param>
    internal TableModel? TargetIn(Func<string, object?> valueOf)
    {
        if (Declaration is LookupAttribute lookup)
            return TableModel.Of(lookup.Target);
        if (Declaration is not InstanceAttribute { ToldBy: var teller } || valueOf(teller) is not { } told)
            return null;

        var instance = _instances.FirstOrDefault(instance => instance.Choice.Equals(told));
        return instance is null ? null : TableModel.Of(instance.Target);
    }

    /// <summary>The row that a value of the column points at, or null when it points at none.</summary>
    internal RecordReference? ReferenceOf(object? value) => value switch
    {
        RecordReference reference => reference,
        string text when Declaration is InstanceAttribute && Guid.TryParse(text, out var id) => new RecordReference(id),
        _ => null,
    };

    /// <summary>Where the column of an instance names a row, as the rest of a sentence.</summary>
    internal string DescribeTellers()
    {
        var teller = Table.Column(((InstanceAttribute)Declaration).ToldBy).DocumentName;
        return string.Join(
            ", ", _instances.Select(
                instance => $"{teller} is {instance.Choice} (a {TableModel.Of(instance.Target).DisplayName})"));
    }

    internal void SetOn(OcRecord record, object? value) => Property.SetValue(record, Declaration.ToProperty(value));

    internal object? Read(JsonElement row, JsonElement value) => Declaration.Read(row, value, ValueType);

    internal object? ReadWritten(JsonElement value) => Declaration.ReadWritten(value, ValueType);

    internal void Write(JsonObject body, object? value) => Declaration.Write(body, value);

    private IReadOnlyList<TableModel> FindTargets() => Declaration is LookupAttribute lookup
        ? [TableModel.Of(lookup.Target)]
        : [.. _instances.Select(instance => TableModel.Of(instance.Target))];
}
