namespace OmnichannelAdmin.Testing;

/// <summary>The files of this repository.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder in it.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

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
