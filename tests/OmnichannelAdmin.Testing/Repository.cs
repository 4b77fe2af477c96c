namespace OmnichannelAdmin.Testing;

/// <summary>The files of this repository.</summary>
public static class Repository
{
    private static readonly string[] MadeFolders = ["bin", "obj", "out", ".git"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder in it.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The files below a folder that fit a pattern, without what builds have made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Intersect(MadeFolders).Any());

    /// <summary>A path as seen from the solution, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OmnichannelAdmin.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests run outside of the repository, whose files they check.");
    }
}
