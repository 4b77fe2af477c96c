using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>Binds a property to a column: how its value is read, checked and written.</summary>
/// <param name="column">The column's logical name.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ColumnAttribute(string column) : Attribute
{
    /// <summary>The column's logical name.</summary>
    public string Column { get; } = column;

    /// <summary>Whether the server alone writes the column.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether a new record must have a value here and an existing one cannot lose it.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// Whether the value means something in one environment only, so that no configuration document holds it.
    /// </summary>
    public bool EnvironmentSpecific { get; init; }

    /// <summary>
    /// Whether the value follows from the row's other columns, so that no configuration document holds it.
    /// </summary>
    public bool Derived { get; init; }

    /// <summary>
    /// The value that every new row has whatever its create says, so that another one takes an update; null where a
    /// create decides.
    /// </summary>
    public object? InitialValue { get; init; }

    /// <summary>The name that the value has in a configuration document; the property's own unless given.</summary>
    public string? DocumentName { get; init; }

    /// <summary>Whether the value is a secret: never read, compared or shown.</summary>
    public virtual bool IsSecret => false;

    /// <summary>The name under which <c>$select</c>, filters and answers know the value.</summary>
    public virtual string SelectName => Column;

    /// <summary>The name under which the body of a create or an update holds the value.</summary>
    public virtual string WrittenName => Column;

    /// <summary>Reads the value out of a row.</summary>
    /// <param name="row">The row as the server sent it.</param>
    /// <param name="value">What the row has under <see cref="SelectName"/>; not null.</param>
    /// <param name="type">The property's type, without <see cref="Nullable{T}"/>.</param>
    public object? Read(JsonElement row, JsonElement value, Type type) => ReadValue(row, value, type);

    /// <summary>Puts the value into the body of a create or an update.</summary>
    public void Write(JsonObject body, object? value) => body[WrittenName] = value is null ? null : ToJson(value);

    /// <summary>Reads a value that the body of a create or an update holds; not null.</summary>
    /// <param name="value">What the body holds under <see cref="WrittenName"/>.</param>
    /// <param name="type">The property's type, without <see cref="Nullable{T}"/>.</param>
    public virtual object? ReadWritten(JsonElement value, Type type) => ReadValue(default, value, type);

    /// <summary>Brings a value into the one form in which values of the column are compared and sent.</summary>
    public virtual object? Normalize(object? value) => value;

    /// <summary>What the property shows when the value is written.</summary>
    public virtual object? ToProperty(object? value) => value;

    /// <summary>The condition that the column has the value, or is empty when the value is null.</summary>
    public virtual ODataFilter IsEqualTo(object? value)
    {
        var json = value is null ? null : ToJson(value);
        return json?.GetValueKind() switch
        {
            null => ODataFilter.IsNull(SelectName),
            JsonValueKind.Number => ODataFilter.Equal(SelectName, json.GetValue<int>()),
            JsonValueKind.True or JsonValueKind.False => ODataFilter.Equal(SelectName, json.GetValue<bool>()),
            _ => ODataFilter.Equal(SelectName, json.GetValue<string>()),
        };
    }

    /// <summary>Refuses a value that the column cannot hold.</summary>
    /// <param name="field">The property's name, for the message.</param>
    /// <param name="value">The value; never null.</param>
    /// <exception cref="OcValidationException">The value breaks a rule.</exception>
    public virtual void Check(string field, object value)
    {
    }

    /// <summary>Reads a value that is there.</summary>
    protected abstract object? ReadValue(JsonElement row, JsonElement value, Type type);

    /// <summary>The JSON form of a value.</summary>
    protected abstract JsonNode? ToJson(object value);
}
