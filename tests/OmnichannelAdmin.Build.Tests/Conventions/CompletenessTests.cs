using System.Xml.Linq;
using OmnichannelAdmin.Build.Tests.Packing;

namespace OmnichannelAdmin.Build.Tests.Conventions;

/// <summary>A cmdlet arrives whole: with its page, its help, its Pester test and its line in the changelog.</summary>
public sealed class CompletenessTests(PackedModule module) : IClassFixture<PackedModule>
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    // PowerShell adds these two itself, to every cmdlet that supports ShouldProcess.
    private static readonly string[] ShouldProcessParameters = ["Confirm", "WhatIf"];

    public static TheoryData<string> Cmdlets =>
        [.. PackedModule.ReadExports(Repository.PathOf("OmnichannelAdmin.psd1"))];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_page_has_each_parameter_and_no_other(string cmdlet) =>
        Assert.Equal(
            module.Cmdlets.Single(found => found.Name == cmdlet).Parameters,
            HelpPage.Of(cmdlet).Parameters.Except(ShouldProcessParameters));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_page_says_what_the_cmdlet_does_and_shows_it(string cmdlet)
    {
        var page = HelpPage.Of(cmdlet);
        Assert.NotEmpty(page.Section("SYNOPSIS"));
        Assert.NotEmpty(page.Section("DESCRIPTION"));
        Assert.Contains(page.Examples, example => example.Contains(cmdlet, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_help_file_has_the_parameters_and_examples_of_the_page(string cmdlet)
    {
        var page = HelpPage.Of(cmdlet);
        XElement? help = XDocument
            .Load(Repository.PathOf("src/module/en-US/OmnichannelAdmin.Cmdlets.dll-Help.xml"))
            .Descendants(Command + "command")
            .SingleOrDefault(entry => entry.Descendants(Command + "name").First().Value == cmdlet);

        Assert.True(help is not null, $"The help file lacks {cmdlet}: './build.sh help' writes it anew.");
        Assert.Equal(page.Parameters, Names(help.Element(Command + "parameters")!).Order());
        Assert.Equal(page.Section("SYNOPSIS"), help.Descendants(Maml + "description").First().Value);
        Assert.All(
            page.Examples,
            example => Assert.Contains(example, help.Element(Command + "examples")!.Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_Pester_test_names_the_cmdlet(string cmdlet) =>
        Assert.Contains(
            Repository.Files("tests/pester", "*.Tests.ps1"),
            file => File.ReadAllText(file).Contains(cmdlet, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_changelog_names_the_cmdlet(string cmdlet) =>
        Assert.Contains(
            $"`{cmdlet}`", File.ReadAllText(Repository.PathOf("CHANGELOG.md")), StringComparison.Ordinal);

    private static IEnumerable<string> Names(XElement parameters) =>
        parameters.Elements(Command + "parameter").Select(parameter => parameter.Element(Maml + "name")!.Value);
}
