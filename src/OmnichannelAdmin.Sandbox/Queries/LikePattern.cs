using System.Text;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>
/// The text of contains, startswith and endswith as the server reads it: <c>%</c>, <c>_</c> and <c>[…]</c> are
/// wildcards of its database, and case does not count.
/// </summary>
internal static class LikePattern
{
    private static readonly char[] Wildcards = ['%', '_', '['];

    /// <summary>Makes the test for one of the three functions.</summary>
    public static Func<string, bool> Compile(string function, string text)
    {
        if (text.IndexOfAny(Wildcards) < 0)
            return CompilePlain(function, text);

        var pattern = Translate(text);
        var anchored = function switch
        {
            "startswith" => $"^{pattern}",
            "endswith" => $"{pattern}$",
            _ => pattern,
        };
        var regex = new Regex(
            anchored,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
                | RegexOptions.NonBacktracking);
        return regex.IsMatch;
    }

    private static Func<string, bool> CompilePlain(string function, string text) => function switch
    {
        "startswith" => value => value.StartsWith(text, StringComparison.OrdinalIgnoreCase),
        "endswith" => value => value.EndsWith(text, StringComparison.OrdinalIgnoreCase),
        _ => value => value.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    private static string Translate(string text)
    {
        var pattern = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var close = text[index] == '[' ? text.IndexOf(']', index + 1) : -1;
            if (close > index + 1)
            {
                pattern.Append(CharacterSet(text[(index + 1)..close]));
                index = close;
            }
            else
            {
                pattern.Append(One(text[index]));
            }
        }

        return pattern.ToString();
    }

    private static string One(char character) => character switch
    {
        '%' => ".*",
        '_' => ".",
        _ => Regex.Escape(character.ToString()),
    };

    private static string CharacterSet(string members)
    {
        var negated = members.Length > 1 && members[0] == '^';
        var inner = (negated ? members[1..] : members)
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("[", @"\[", StringComparison.Ordinal)
            .Replace("^", @"\^", StringComparison.Ordinal);
        return $"[{(negated ? "^" : string.Empty)}{inner}]";
    }
}
