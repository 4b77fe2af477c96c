using System.Collections;

namespace OmnichannelAdmin.Records;

/// <summary>Several words that one text column holds, separated by blanks.</summary>
public sealed class TextList : IReadOnlyList<string>, IEquatable<TextList>
{
    private readonly string[] _words;

    /// <summary>Makes a list of words, each once; a text of several words counts as several.</summary>
    public TextList(IEnumerable<string> words) => _words =
        [.. words.SelectMany(word => word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public int Count => _words.Length;

    /// <inheritdoc/>
    public string this[int index] => _words[index];

    /// <inheritdoc/>
    public bool Equals(TextList? other) => other is not null && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextList);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_words).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The words, separated by blanks.</summary>
    public override string ToString() => string.Join(' ', _words);
}
