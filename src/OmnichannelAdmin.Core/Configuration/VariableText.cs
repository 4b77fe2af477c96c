using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Configuration;

/// <summary>A text in which <c>${name}</c> stands for a variable and <c>$${</c> for <c>${</c> itself.</summary>
internal static partial class VariableText
{
    /// <summary>Whether the text holds a variable.</summary>
    public static bool HasVariables(string text) =>
        text.Contains("${", StringComparison.Ordinal) && Token().Matches(text).Any(token => token.Value != "$${");

    /// <summary>Puts the variables' values in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The values.</param>
    /// <param name="complain">Hears of a variable that has no value.</param>
    public static string Expand(string text, IReadOnlyDictionary<string, string> variables, Action<string> complain)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return text;

        return Token().Replace(text, token =>
        {
            if (token.Value == "$${")
                return "${";

            var name = token.Groups["name"].Value;
            if (variables.TryGetValue(name, out var value))
                return value;

            complain(name.Length == 0
                ? "'${' begins no variable; write '$${' for the two characters themselves."
                : $"the variable '{name}' has no value; give it one, or a file of variables.");
            return token.Value;
        });
    }

    /// <summary>Writes a text so that nothing in it is a variable.</summary>
    public static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_.-]*)\}|\$\{")]
    private static partial Regex Token();
}
