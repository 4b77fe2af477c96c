using System.Reflection;
using System.Runtime.Loader;

namespace OmnichannelAdmin.Loader;

/// <summary>
/// A load context of the module's own, so that the libraries it brings and those of other modules never meet.
/// See the README beside this file.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private const string CmdletAssembly = "OmnichannelAdmin.Cmdlets";

    // One per process, however many runspaces import the module, and at the same time.
    private static readonly Lazy<Assembly> Cmdlets = new(LoadIntoNewContext);

    private readonly string _libraryFolder;

    private ModuleLoadContext(string libraryFolder)
        : base("OmnichannelAdmin") => _libraryFolder = libraryFolder;

    /// <summary>
    /// Answers with the assembly that holds the cmdlets, for <c>Import-Module -Assembly</c>. It is loaded once per
    /// process, from the folder <c>lib</c> beside this assembly, and stays until the process ends.
    /// </summary>
    /// <exception cref="FileNotFoundException">The module's folder is not complete.</exception>
    public static Assembly LoadCmdlets() => Cmdlets.Value;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        string path = Path.Combine(_libraryFolder, assemblyName.Name + ".dll");
        bool isOurs = File.Exists(path) && !PlatformAssemblies.Satisfy(assemblyName);
        // Nothing sends the question on to the default context, where .NET and PowerShell are.
        return isOurs ? LoadFromAssemblyPath(path) : null;
    }

    private static Assembly LoadIntoNewContext()
    {
        string moduleFolder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;
        ModuleLoadContext context = new(Path.Combine(moduleFolder, "lib"));
        return context.LoadFromAssemblyName(new AssemblyName(CmdletAssembly));
    }
}
