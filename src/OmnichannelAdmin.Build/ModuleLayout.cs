namespace OmnichannelAdmin.Build;

/// <summary>
/// Lays the module out: the manifest, the script module and the loader at the top, every other library in
/// <c>lib</c>, help in <c>en-US</c>. Nothing outside that folder is needed to import it.
/// </summary>
internal sealed class ModuleLayout(Workspace workspace)
{
    private const string AboutPattern = "about_*.md";

    /// <summary>Writes the folder anew from what was published.</summary>
    /// <param name="libraries">The folder with the published cmdlets and all they need.</param>
    /// <param name="loader">The folder with the published loader.</param>
    public void Write(string libraries, string loader)
    {
        Workspace.MakeEmpty(workspace.Module);
        CopyInto(workspace.Module, workspace.PathOf($"{Workspace.ModuleName}.psd1"));
        CopyInto(workspace.Module, workspace.PathOf("LICENSE"));
        CopyInto(workspace.Module, workspace.ConfigurationSchema);
        CopyInto(workspace.Module, Path.Combine(loader, $"{Workspace.ModuleName}.Loader.dll"));
        CopyTree(workspace.PathOf("src", "module"), workspace.Module);
        CopyTree(libraries, Path.Combine(workspace.Module, "lib"), IsNeededAtRunTime);
        CopyAboutTopics();
    }

    /// <summary>
    /// Whether a published file is of use to the loader, which looks for libraries by name: build metadata,
    /// symbols and documentation for compilers are not.
    /// </summary>
    internal static bool IsNeededAtRunTime(string file) =>
        Path.GetExtension(file) is not (".json" or ".pdb" or ".xml");

    private void CopyAboutTopics()
    {
        string help = Path.Combine(workspace.Module, "en-US");
        Directory.CreateDirectory(help);
        foreach (string page in Directory.EnumerateFiles(workspace.PathOf("docs", "about"), AboutPattern))
            File.Copy(page, Path.Combine(help, Path.GetFileNameWithoutExtension(page) + ".help.txt"));
    }

    private static void CopyTree(string source, string target, Predicate<string>? isWanted = null)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            if (isWanted is not null && !isWanted(file))
                continue;

            string folder = Path.GetDirectoryName(Path.GetRelativePath(source, file))!;
            CopyInto(Path.Combine(target, folder), file);
        }
    }

    private static void CopyInto(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
