using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Build.Tests.Conventions;

/// <summary>A page of <c>docs/cmdlets</c>, in the shape that Microsoft.PowerShell.PlatyPS reads.</summary>
internal sealed partial record HelpPage(string Text)
{
    /// <summary>The page of a cmdlet.</summary>
    public static HelpPage Of(string cmdlet)
    {
        string path = Repository.PathOf($"docs/cmdlets/{cmdlet}.md");
        Assert.True(File.Exists(path), $"{cmdlet} has no page docs/cmdlets/{cmdlet}.md; './build.sh help' begins one.");
        return new HelpPage(File.ReadAllText(path));
    }

    /// <summary>The parameters that have a heading.</summary>
    public IReadOnlyList<string> Parameters =>
        [.. ParameterHeading().Matches(Text).Select(heading => heading.Groups["name"].Value).Order()];

    /// <summary>The code of the examples.</summary>
    public IReadOnlyList<string> Examples =>
    [
        .. FencedCode().Matches(Section("EXAMPLES")).Select(fence => fence.Groups["code"].Value.Trim()),
    ];

    /// <summary>What stands below a heading of the second level.</summary>
    public string Section(string heading)
    {
        string start = $"## {heading}\n";
        int begin = Text.IndexOf(start, StringComparison.Ordinal);
        if (begin < 0)
            return "";

        int end = Text.IndexOf("\n## ", begin + start.Length, StringComparison.Ordinal);
        return Text[(begin + start.Length)..(end < 0 ? Text.Length : end)].Trim();
    }

    [GeneratedRegex(@"^### -(?<name>\w+)$", RegexOptions.Multiline)]
    private static partial Regex ParameterHeading();

    [GeneratedRegex(@"^```powershell\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedCode();
}
