using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Takes a choice, its number, its name, or its name as the product spells it: case, spaces and punctuation do not
/// matter. Empty text counts as nothing.
/// </summary>
/// <param name="choices">The enum of the choices.</param>
public sealed class ChoiceTransformationAttribute(Type choices) : ArgumentTransformationAttribute
{
    private const int MostNames = 20;

    /// <summary>Whether the parameter takes several choices; text may then hold them separated by commas.</summary>
    public bool Several { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Value(inputData);
        return Several ? Convert(choices, Items(value)) : Convert(choices, value);
    }

    internal static object? Convert(Type choices, object? value) => value switch
    {
        null => null,
        Enum choice when choice.GetType() == choices => choice,
        int number => Enum.ToObject(choices, number),
        _ when string.IsNullOrWhiteSpace(value.ToString()) => null,
        _ => Parse(choices, value.ToString()!),
    };

    private static Array? Convert(Type choices, IEnumerable<object?> values)
    {
        var found = values.Select(value => Convert(choices, Unwrapped.Value(value)))
            .Where(value => value is not null).ToArray();
        if (found.Length == 0)
            return null;

        var converted = Array.CreateInstance(choices, found.Length);
        found.CopyTo(converted, 0);
        return converted;
    }

    private static IEnumerable<object?> Items(object? value) => value switch
    {
        string text => text.Split(','),
        IEnumerable list => list.Cast<object?>(),
        _ => [value],
    };

    private static string Expected(string[] names) => names.Length <= MostNames
        ? $"one of {string.Join(", ", names)}"
        : $"one of the {names.Length} choices that the Tab key shows, such as {string.Join(", ", names.Take(3))}";

    private static object Parse(Type choices, string text)
    {
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
            return Enum.ToObject(choices, number);

        var names = Enum.GetNames(choices);
        var name = names.FirstOrDefault(name => Letters(name).Equals(Letters(text), StringComparison.OrdinalIgnoreCase))
            ?? throw BindingFailure.Of(text, Expected(names));
        return Enum.Parse(choices, name);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
