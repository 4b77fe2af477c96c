using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A column of several choices; the property is a <see cref="ChoiceSet{T}"/> of an enum whose values are the option
/// values. On the wire it is one text with the values separated by commas.
/// </summary>
/// <param name="column">The column's logical name.</param>
public sealed class ChoicesAttribute(string column) : ColumnAttribute(column)
{
    /// <summary>Several choices are a set, whatever list they come in.</summary>
    public override object? Normalize(object? value)
    {
        if (value is not Array choices)
            return value;

        var values = choices.Cast<Enum>().Select(choice => Convert.ToInt32(choice, CultureInfo.InvariantCulture));
        return Activator.CreateInstance(
            typeof(ChoiceSet<>).MakeGenericType(choices.GetType().GetElementType()!), values);
    }

    /// <inheritdoc/>
    public override void Check(string field, object value)
    {
        foreach (var choice in ((IChoiceSet)value).Values.Where(choice => !Enum.IsDefined(choice.GetType(), choice)))
        {
            throw new OcValidationException(
                field, $"{field}NotAnOption",
                $"{field} holds {choice}, which is none of {string.Join(", ", Enum.GetNames(choice.GetType()))}.");
        }
    }

    /// <inheritdoc/>
    protected override object? ReadValue(JsonElement row, JsonElement value, Type type)
    {
        var values = value.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.Parse(text, CultureInfo.InvariantCulture));
        return Activator.CreateInstance(type, values);
    }

    /// <inheritdoc/>
    protected override JsonNode? ToJson(object value) => JsonValue.Create(
        string.Join(
            ',', ((IChoiceSet)value).Values.Select(choice => Convert.ToInt32(choice, CultureInfo.InvariantCulture))));
}
