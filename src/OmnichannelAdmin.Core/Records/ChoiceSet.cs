using System.Collections;

namespace OmnichannelAdmin.Records;

/// <summary>Several choices of one column, each once, in the order of their values.</summary>
/// <typeparam name="T">The enum whose values are the option values.</typeparam>
public sealed class ChoiceSet<T> : IReadOnlyList<T>, IChoiceSet, IEquatable<ChoiceSet<T>>
    where T : struct, Enum
{
    private readonly T[] _choices;

    /// <summary>Makes a set of option values.</summary>
    public ChoiceSet(IEnumerable<int> values)
        : this(values.Select(value => (T)Enum.ToObject(typeof(T), value)))
    {
    }

    /// <summary>Makes a set of choices.</summary>
    public ChoiceSet(IEnumerable<T> choices) => _choices = [.. choices.Distinct().Order()];

    /// <inheritdoc/>
    public int Count => _choices.Length;

    /// <inheritdoc/>
    IReadOnlyList<Enum> IChoiceSet.Values => [.. _choices.Cast<Enum>()];

    /// <inheritdoc/>
    public T this[int index] => _choices[index];

    /// <inheritdoc/>
    public bool Equals(ChoiceSet<T>? other) => other is not null && _choices.AsSpan().SequenceEqual(other._choices);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChoiceSet<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _choices.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_choices).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The choices' names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _choices);
}
