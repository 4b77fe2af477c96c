namespace OmnichannelAdmin.Build.Tests;

/// <summary>The files of this repository, as people wrote them.</summary>
internal static class Repository
{
    private static readonly string[] MadeFolders = ["bin", "obj", "out", ".git"];

    /// <summary>Where things are.</summary>
    public static Workspace Workspace { get; } = Workspace.Find(AppContext.BaseDirectory);

    /// <summary>The files below a folder that fit a pattern, without what builds have made.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folder) =>
        Directory.EnumerateFiles(Workspace.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Intersect(MadeFolders).Any());

    /// <summary>A path from the top of the repository, with forward slashes, for messages.</summary>
    public static string Relative(string file) =>
        Path.GetRelativePath(Workspace.Root, file).Replace('\\', '/');

    /// <summary>The text of one file.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Workspace.PathOf(path));
}
