using System.Globalization;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>What a Prefer header asks for.</summary>
internal sealed partial class Preferences
{
    private static readonly Preferences None = new([]);

    private readonly Dictionary<string, string> _values;
    private readonly string[] _annotations;

    private Preferences(Dictionary<string, string> values)
    {
        _values = values;
        _annotations = values.GetValueOrDefault("odata.include-annotations")?
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        ReturnRepresentation = values.GetValueOrDefault("return") == "representation";
        ContinueOnError = Flag("odata.continue-on-error") || Flag("continue-on-error");
        MaxPageSize = ParseMaxPageSize(values);
    }

    /// <summary>Whether a write answers with the row.</summary>
    public bool ReturnRepresentation { get; }

    /// <summary>Whether a batch goes on after a refused item.</summary>
    public bool ContinueOnError { get; }

    /// <summary>The most rows on a page, or null.</summary>
    public int? MaxPageSize { get; }

    /// <summary>Whether any annotation is asked for.</summary>
    public bool AnyAnnotation => _annotations.Length > 0;

    public static Preferences Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return None;

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Preference().Matches(header))
            values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value.Trim('"'));
        return new Preferences(values);
    }

    /// <summary>Whether an annotation is asked for: by its name, a prefix with a star, or a star.</summary>
    public bool Includes(string annotation) => _annotations.Any(pattern =>
        pattern == "*"
        || pattern == annotation
        || (pattern.EndsWith('*') && annotation.StartsWith(pattern[..^1], StringComparison.Ordinal)));

    /// <summary>The Preference-Applied header for the names that were followed, or null.</summary>
    public string? Applied(params string[] names)
    {
        var applied = names.Where(_values.ContainsKey).Select(name => $"{name}={Quoted(name)}").ToList();
        return applied.Count == 0 ? null : string.Join(", ", applied);
    }

    private string Quoted(string name) =>
        name == "odata.include-annotations" ? $"\"{_values[name]}\"" : _values[name];

    private bool Flag(string name) => _values.TryGetValue(name, out var value) && value is "" or "true";

    private static int? ParseMaxPageSize(Dictionary<string, string> values)
    {
        var text = values.GetValueOrDefault("odata.maxpagesize") ?? values.GetValueOrDefault("maxpagesize");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : null;
    }

    [GeneratedRegex("""(?<name>[\w.\-]+)\s*(?:=\s*(?<value>"[^"]*"|[^,;"\s]+))?""", RegexOptions.CultureInvariant)]
    private static partial Regex Preference();
}
