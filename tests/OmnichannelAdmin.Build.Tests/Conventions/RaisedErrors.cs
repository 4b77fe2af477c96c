using System.Text.RegularExpressions;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Build.Tests.Conventions;

/// <summary>
/// The ids of the errors that the source can raise. An id is written as a literal where the exception is made; or it is
/// the name of a property and a word, and then stands here as <c>…Word</c>; or it goes through a method of the same
/// file.
/// </summary>
internal sealed partial class RaisedErrors
{
    private static readonly string[] Folders = ["src/OmnichannelAdmin.Core", "src/OmnichannelAdmin.Cmdlets"];

    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];

    private RaisedErrors()
    {
    }

    /// <summary>The ids, and the families of ids.</summary>
    public IReadOnlyCollection<string> Ids => _ids;

    /// <summary>Places whose id this class does not understand.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public static RaisedErrors Find()
    {
        RaisedErrors errors = new();
        foreach (string file in Folders.SelectMany(folder => Repository.Files(folder, "*.cs")))
            errors.Read(Repository.Relative(file), File.ReadAllText(file));

        return errors;
    }

    private void Read(string file, string source)
    {
        MatchCollection[] found = [Validation().Matches(source), SignIn().Matches(source), Mapped().Matches(source)];
        int made = Made().Count(source);
        if (made != found.Sum(matches => matches.Count))
            _unknown.Add(
                $"{file}: {made} errors are made, and the ids of {found.Sum(matches => matches.Count)} are found.");

        foreach (string id in found.SelectMany(matches => matches).Select(match => match.Groups["id"].Value.Trim()))
            Add(file, source, id);
    }

    private void Add(string file, string source, string id)
    {
        if (Literal().Match(id) is { Success: true } literal)
            _ids.Add(literal.Groups["id"].Value);
        else if (Composed().Match(id) is { Success: true } composed)
            AddFamily(composed.Groups["before"].Value, composed.Groups["after"].Value);
        else if (id is "rule" or "id" or "Field + rule")
            _ids.UnionWith(Passed(source).Select(word => id == "Field + rule" ? FieldOf(source) + word : word));
        else if (!IsKnownElsewhere(id))
            _unknown.Add($"{file}: {id}");
    }

    private void AddFamily(string before, string after)
    {
        if (before == "Dataverse")
            _ids.UnionWith(Enum.GetNames<DataverseErrorKind>().Select(kind => before + kind));
        else
            _ids.Add($"{before}…{after}");
    }

    // The words that a file's own methods are given to make an id of.
    private static IEnumerable<string> Passed(string source) =>
        Words(FirstArgument().Matches(source))
            .Concat(RefusedConstant().Matches(source).Select(match => Constant(source, match.Groups["name"].Value)));

    private static IEnumerable<string> Words(MatchCollection matches) =>
        matches.Select(match => match.Groups["id"].Value);

    private static string FieldOf(string source) => Constant(source, "Field");

    private static string Constant(string source, string name) =>
        Regex.Match(source, $"const string {name} = \"(\\w+)\"").Groups[1].Value;

    // What the mapper and the wrappers pass on was found where it was made. The refusals of Entra stand in a table.
    private bool IsKnownElsewhere(string id)
    {
        if (id == "known.Id")
            _ids.UnionWith(Words(CatalogEntry().Matches(Source("SignIn/EntraErrorCatalog.cs"))));
        if (id == "BrowserFinder.ErrorId")
            _ids.Add(Constant(Source("SignIn/BrowserFinder.cs"), "ErrorId"));

        return id is "known.Id" or "BrowserFinder.ErrorId" or "e.Rule" or "e.Id" or "Id";
    }

    private static string Source(string file) =>
        File.ReadAllText(Repository.PathOf($"src/OmnichannelAdmin.Core/{file}"));

    [GeneratedRegex(
        @"new (?:OcValidationException|SignInException|OcError|ErrorRecord)\("
        + @"|(?:OcValidationException|SignInException|OcError) \w+(?:<\w+>)?\([^)]*\)[^;{]*=>\s*new\(")]
    private static partial Regex Made();

    // The second argument: what is refused comes first.
    [GeneratedRegex(
        @"(?:new OcValidationException|OcValidationException \w+(?:<\w+>)?\([^)]*\)(?:\s+where[^=]*)?\s*=>\s*new)"
        + @"\(\s*(?:\$?""[^""]*""|[^"",()]*(?:\([^()]*\))?)\s*,\s*(?<id>\$?""[^""]*""|[\w.+ ]+?)\s*,")]
    private static partial Regex Validation();

    [GeneratedRegex(
        @"(?:new SignInException|SignInException \w+\([^)]*\)\s*=>\s*new)\(\s*(?<id>\$?""[^""]*""|[\w.]+)\s*,")]
    private static partial Regex SignIn();

    [GeneratedRegex(
        @"(?:new (?:OcError|ErrorRecord)|OcError \w+\([^)]*\)\s*=>\s*new)"
        + @"\(\s*(?:new \w+\([^)]*\)|\w+),\s*(?<id>\$?""[^""]*""|[\w.]+)")]
    private static partial Regex Mapped();

    [GeneratedRegex(@"^""(?<id>\w+)""$")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\$""(?<before>\w*)\{[\w.]+\}(?<after>\w*)""$")]
    private static partial Regex Composed();

    [GeneratedRegex(@"(?<!Exception)\(\s*""(?<id>[A-Z]\w+)"",")]
    private static partial Regex FirstArgument();

    [GeneratedRegex(@"Refuse\(\s*(?<name>[A-Z]\w+),")]
    private static partial Regex RefusedConstant();

    [GeneratedRegex(@"new\(\s*""(?<id>\w+)"",")]
    private static partial Regex CatalogEntry();
}
