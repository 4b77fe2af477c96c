using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Build.Tests.Packing;

/// <summary>The module in <c>out/OmnichannelAdmin</c>. Its assemblies are read, never run.</summary>
public sealed partial class PackedModule : IDisposable
{
    private readonly MetadataLoadContext _context;

    public PackedModule()
    {
        Folder = new Workspace(Repository.Root).Module;
        Assert.True(Directory.Exists(Folder), $"There is no {Folder}: run './build.sh build' before these tests.");

        // The runtime and the contract with the engine come from this test; all else must be in the packed folder.
        _context = new MetadataLoadContext(new PathAssemblyResolver(
        [
            .. RuntimeFiles,
            Path.Combine(AppContext.BaseDirectory, "System.Management.Automation.dll"),
            .. Directory.EnumerateFiles(Libraries, "*.dll"),
        ]));
    }

    /// <summary>The folder that users get.</summary>
    public string Folder { get; }

    /// <summary>The folder that the loader looks into.</summary>
    public string Libraries => Path.Combine(Folder, "lib");

    /// <summary>The commands that the manifest exports.</summary>
    public IReadOnlyList<string> ExportedCommands => ReadExports(PathOf("OmnichannelAdmin.psd1"));

    /// <summary>The cmdlets that the cmdlet assembly holds.</summary>
    internal IReadOnlyList<PackedCmdlet> Cmdlets =>
    [
        .. Load("lib", "OmnichannelAdmin.Cmdlets.dll").GetTypes()
            .Where(PackedCmdlet.IsCmdlet)
            .Select(type => new PackedCmdlet(type)),
    ];

    /// <summary>The assemblies that are ours, the loader left out.</summary>
    public IEnumerable<Assembly> OwnAssemblies =>
        Directory.EnumerateFiles(Libraries, "OmnichannelAdmin.*.dll").Select(_context.LoadFromAssemblyPath);

    /// <summary>The public types of those assemblies, by full name.</summary>
    public IReadOnlyDictionary<string, Type> OwnTypes =>
        OwnAssemblies.SelectMany(assembly => assembly.GetExportedTypes()).ToDictionary(type => type.FullName!);

    private static IEnumerable<string> RuntimeFiles =>
        Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll");

    /// <summary>Reads an assembly of the module.</summary>
    public Assembly Load(params string[] path) => _context.LoadFromAssemblyPath(PathOf(path));

    /// <summary>Whether an assembly is in the module, in the runtime, or the engine itself.</summary>
    public bool Has(AssemblyName reference)
    {
        try
        {
            _context.LoadFromAssemblyName(reference);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Whether an assembly is one of .NET's own.</summary>
    public static bool IsOfTheRuntime(AssemblyName reference) =>
        RuntimeFiles.Any(file => Path.GetFileNameWithoutExtension(file) == reference.Name);

    /// <summary>A path below the module's folder.</summary>
    public string PathOf(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>The commands that a manifest exports.</summary>
    public static IReadOnlyList<string> ReadExports(string manifest)
    {
        string list = ExportList().Match(File.ReadAllText(manifest)).Groups["names"].Value;
        return [.. QuotedName().Matches(list).Select(name => name.Groups["name"].Value)];
    }

    public void Dispose() => _context.Dispose();

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\((?<names>[^)]*)\)")]
    private static partial Regex ExportList();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex QuotedName();
}
