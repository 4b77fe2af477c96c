using System.IO.Enumeration;

namespace OmnichannelAdmin.Records;

/// <summary>
/// A name with the wildcards <c>*</c> (any text) and <c>?</c> (one character), compared without case.
/// </summary>
public sealed class NamePattern
{
    private static readonly char[] Wildcards = ['*', '?'];

    private readonly string _text;

    /// <summary>Makes a pattern.</summary>
    public NamePattern(string text) => _text = text;

    /// <summary>Whether the pattern can match more than one name.</summary>
    public bool HasWildcards => _text.IndexOfAny(Wildcards) >= 0;

    /// <summary>The text that every match begins with; may be empty.</summary>
    public string LiteralPrefix
    {
        get
        {
            var end = _text.IndexOfAny(Wildcards);
            return end < 0 ? _text : _text[..end];
        }
    }

    /// <summary>Whether the name matches.</summary>
    public bool Matches(string? name) =>
        name is not null && FileSystemName.MatchesSimpleExpression(_text.Replace(@"\", @"\\"), name, ignoreCase: true);

    /// <summary>The pattern as it was typed.</summary>
    public override string ToString() => _text;
}
