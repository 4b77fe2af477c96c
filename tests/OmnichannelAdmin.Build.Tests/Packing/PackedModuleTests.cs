using System.Xml.Linq;

namespace OmnichannelAdmin.Build.Tests.Packing;

public sealed class PackedModuleTests(PackedModule module) : IClassFixture<PackedModule>
{
    private const long SizeLimit = 10_000_000;

    [Theory]
    [InlineData("OmnichannelAdmin.psd1")]
    [InlineData("OmnichannelAdmin.psm1")]
    [InlineData("OmnichannelAdmin.Loader.dll")]
    [InlineData("OmnichannelAdmin.Format.ps1xml")]
    [InlineData("LICENSE")]
    [InlineData("en-US/OmnichannelAdmin.Cmdlets.dll-Help.xml")]
    [InlineData("en-US/about_OmnichannelAdmin.help.txt")]
    [InlineData("lib/OmnichannelAdmin.Cmdlets.dll")]
    [InlineData("lib/OmnichannelAdmin.Core.dll")]
    [InlineData("lib/OmnichannelAdmin.Sandbox.dll")]
    public void A_file_that_the_module_needs_is_there(string file) =>
        Assert.True(File.Exists(module.PathOf(file)), $"The packed module has no {file}.");

    [Fact]
    public void The_hollow_System_Management_Automation_is_nowhere_in_it() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(module.Folder, "*.dll", SearchOption.AllDirectories),
            file => Path.GetFileName(file) == "System.Management.Automation.dll");

    [Fact]
    public void Only_the_loader_stands_beside_the_manifest() =>
        Assert.Equal(
            ["OmnichannelAdmin.Loader.dll"],
            Directory.EnumerateFiles(module.Folder, "*.dll").Select(Path.GetFileName));

    [Fact]
    public void It_is_smaller_than_ten_megabytes()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(module.Folder, "*", SearchOption.AllDirectories);
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, SizeLimit);
    }

    [Fact]
    public void The_manifest_exports_the_cmdlets_of_the_assembly_and_no_others() =>
        Assert.Equal(module.Cmdlets.Select(cmdlet => cmdlet.Name).Order(), module.ExportedCommands.Order());

    [Fact]
    public void Every_assembly_that_ours_refer_to_is_in_it_or_comes_with_the_engine()
    {
        IEnumerable<string> missing = module.OwnAssemblies
            .SelectMany(assembly => assembly.GetReferencedAssemblies())
            .Where(reference => !module.Has(reference))
            .Select(reference => reference.FullName);
        Offenders.MustBeNone(missing);
    }

    [Fact]
    public void The_loader_refers_to_the_runtime_alone() =>
        Assert.All(
            module.Load("OmnichannelAdmin.Loader.dll").GetReferencedAssemblies(),
            reference => Assert.True(PackedModule.IsOfTheRuntime(reference), $"It refers to {reference.Name}."));

    [Fact]
    public void The_sandbox_refers_to_nothing_of_ours() =>
        Assert.DoesNotContain(References("OmnichannelAdmin.Sandbox"), IsOurs);

    [Fact]
    public void Core_knows_neither_PowerShell_nor_anything_of_ours() =>
        Assert.DoesNotContain(
            References("OmnichannelAdmin.Core"), name => name == "System.Management.Automation" || IsOurs(name));

    [Fact]
    public void Every_type_that_a_view_names_exists()
    {
        var named = XDocument.Load(module.PathOf("OmnichannelAdmin.Format.ps1xml")).Descendants("TypeName");
        Offenders.MustBeNone(named.Select(type => type.Value).Except(module.OwnTypes.Keys));
    }

    [Fact]
    public void Every_property_that_a_view_shows_exists()
    {
        IEnumerable<string> missing = XDocument.Load(module.PathOf("OmnichannelAdmin.Format.ps1xml"))
            .Descendants("View")
            .SelectMany(view => view.Descendants("TypeName").SelectMany(type => MissingProperties(view, type.Value)));
        Offenders.MustBeNone(missing);
    }

    [Theory]
    [InlineData("ListControl")]
    [InlineData("TableControl", "CustomControl")]
    public void Every_type_of_ours_that_a_cmdlet_writes_has_a_view_of_each_kind(params string[] controls)
    {
        IEnumerable<string> shown = XDocument.Load(module.PathOf("OmnichannelAdmin.Format.ps1xml"))
            .Descendants("View")
            .Where(view => controls.Any(control => view.Element(control) is not null))
            .SelectMany(view => view.Descendants("TypeName"))
            .Select(type => type.Value);
        IEnumerable<string> written = module.Cmdlets
            .SelectMany(cmdlet => cmdlet.OutputTypes)
            .Select(type => type.FullName!)
            .Where(module.OwnTypes.ContainsKey);
        Offenders.MustBeNone(written.Distinct().Except(shown));
    }

    private IEnumerable<string> MissingProperties(XElement view, string type) =>
        view.Descendants("PropertyName")
            .Select(property => property.Value)
            .Except(module.OwnTypes[type].GetProperties().Select(property => property.Name))
            .Select(property => $"{type}.{property}");

    private IEnumerable<string> References(string assembly) =>
        module.Load("lib", assembly + ".dll").GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsOurs(string assembly) => assembly.StartsWith("OmnichannelAdmin", StringComparison.Ordinal);
}
