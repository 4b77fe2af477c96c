using System.Reflection;
using System.Text.Json;

namespace OmnichannelAdmin.Records;

/// <summary>A property of a record class that is bound to something of its table.</summary>
public abstract class PropertyModel
{
    private protected PropertyModel(PropertyInfo property) => Property = property;

    /// <summary>The property's name, which is also that of the parameters that set it.</summary>
    public string Name => Property.Name;

    /// <summary>The name that the property has in a configuration document.</summary>
    public virtual string DocumentName => JsonNamingPolicy.CamelCase.ConvertName(Name);

    /// <summary>The tables whose rows the property can point at; none when it holds a value of its own.</summary>
    public abstract IReadOnlyList<TableModel> Targets { get; }

    private protected PropertyInfo Property { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal virtual object? ValueOf(OcRecord record) => Property.GetValue(record);
}
