using System.Reflection;

namespace OmnichannelAdmin.Loader;

/// <summary>The assemblies that .NET and PowerShell bring themselves.</summary>
internal static class PlatformAssemblies
{
    private static readonly Dictionary<string, string> Paths = ReadPaths();

    /// <summary>
    /// Whether the host has this assembly in the version asked for, or a later one. Then it must be the host's:
    /// a type that exists twice fits no method signature of the other half.
    /// </summary>
    public static bool Satisfy(AssemblyName wanted) =>
        wanted.Name is not null
        && Paths.TryGetValue(wanted.Name, out string? path)
        && AssemblyName.GetAssemblyName(path).Version >= wanted.Version;

    private static Dictionary<string, string> ReadPaths()
    {
        string list = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
        foreach (string path in list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            paths[Path.GetFileNameWithoutExtension(path)] = path;
        return paths;
    }
}
