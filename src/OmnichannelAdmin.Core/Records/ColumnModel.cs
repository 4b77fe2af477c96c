using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>A property and the column it is bound to.</summary>
public sealed class ColumnModel
{
    private readonly PropertyInfo _property;

    internal ColumnModel(PropertyInfo property, ColumnAttribute declaration)
    {
        _property = property;
        Declaration = declaration;
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    /// <summary>The property's name, which is also that of the parameters that set it.</summary>
    public string Name => _property.Name;

    /// <summary>How the column was declared.</summary>
    public ColumnAttribute Declaration { get; }

    /// <summary>The property's type, without <see cref="Nullable{T}"/>.</summary>
    public Type ValueType { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal object? ValueOf(OcRecord record) => _property.GetValue(record);

    internal void SetOn(OcRecord record, object? value) => _property.SetValue(record, Declaration.ToProperty(value));

    internal object? Read(JsonElement row, JsonElement value) => Declaration.Read(row, value, ValueType);

    internal object? ReadWritten(JsonElement value) => Declaration.ReadWritten(value, ValueType);

    internal void Write(JsonObject body, object? value) => Declaration.Write(body, value);
}
