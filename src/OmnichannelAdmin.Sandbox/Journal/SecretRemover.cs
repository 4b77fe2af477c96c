using System.Text.RegularExpressions;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Journal;

/// <summary>
/// Replaces secrets in a body by stars: the values of columns that are secured, that are written but never read, or
/// that are named like a secret, and those of a sign-in form.
/// </summary>
internal sealed class SecretRemover
{
    private const string Stars = "***";

    private static readonly string[] FormFields =
        ["client_secret", "client_assertion", "password", "refresh_token", "code", "assertion"];

    private readonly Regex _json;
    private readonly Regex _form;
    private readonly Regex _property;

    public SecretRemover(DataverseSchema schema)
    {
        var columns = string.Join('|', schema.Tables.SelectMany(table => table.Columns).Where(column => column.IsSecret)
            .Select(column => Regex.Escape(column.LogicalName))
            .Distinct(StringComparer.Ordinal));
        _json = new Regex(
            $$"""("(?:{{columns}})"\s*:\s*)("(?:\\.|[^"\\])*"?|[^,}\s]+)""",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        _property = new Regex($@"/(?:{columns})(?:/\S*)? ", RegexOptions.CultureInvariant);
        _form = new Regex(
            $"((?:^|&)(?:{string.Join('|', FormFields)})=)[^&]*",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    /// <summary>
    /// The body without its secrets. One that is the value of a secret column, or a batch with such a one, is left out
    /// whole.
    /// </summary>
    public string Remove(Uri url, string body) => _property.IsMatch($"{url.AbsolutePath} {body}")
        ? Stars
        : _form.Replace(_json.Replace(body, $"$1\"{Stars}\""), $"$1{Stars}");
}
