using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Build.Tests.Conventions;

public sealed partial class RepositoryConventionTests
{
    // The max_line_length of .editorconfig, which compilers do not look at.
    private const int LineLimit = 120;

    [Fact]
    public void A_source_file_declares_one_type_and_has_its_name()
    {
        IEnumerable<string> wrong = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"))
            .Where(file => !DeclaresItsName(file))
            .Select(Repository.Relative);
        Offenders.MustBeNone(wrong);
    }

    [Fact]
    public void No_line_of_code_is_longer_than_120_characters()
    {
        IEnumerable<string> tooLong = Repository.Files("src", "*.cs")
            .Where(file => File.ReadLines(file).Any(line => line.Length > LineLimit))
            .Select(Repository.Relative);
        Offenders.MustBeNone(tooLong);
    }

    [Fact]
    public void No_page_has_a_gap_that_a_generator_left()
    {
        IEnumerable<string> unfinished = Pages()
            .Where(file => File.ReadAllText(file).Contains("{{", StringComparison.Ordinal))
            .Select(Repository.Relative);
        Offenders.MustBeNone(unfinished);
    }

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine()
    {
        IEnumerable<string> found = Texts()
            .Where(file => MachinePath().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative);
        Offenders.MustBeNone(found);
    }

    private static IEnumerable<string> Pages() =>
        Repository.Files("", "*.md").Concat(Repository.Files("src/module", "*.xml"));

    private static IEnumerable<string> Texts() =>
        Repository.Files("", "*").Where(file => TextFile().IsMatch(file));

    private static bool DeclaresItsName(string file)
    {
        string[] types = [.. TopLevelType().Matches(File.ReadAllText(file)).Select(type => type.Groups["name"].Value)];
        return types.Length == 0 || types is [var only] && only == Path.GetFileNameWithoutExtension(file);
    }

    // Namespaces are file-scoped, so a declaration at the start of a line is one of the file's own.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref) )*"
            + @"(?:class|record struct|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"(?:^|[\s""'(=])(?:/(?:home|Users|root|work)/|[A-Z]:\\Users\\)\w")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\.(?:cs|csproj|props|slnx|md|ps1|psm1|psd1|ps1xml|xml|json|sh|yml|csv)$")]
    private static partial Regex TextFile();
}
