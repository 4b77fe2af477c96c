namespace OmnichannelAdmin.Build;

/// <summary>Where things are in the repository.</summary>
internal sealed record Workspace(string Root)
{
    /// <summary>The name of the module, its folder and its archive.</summary>
    public const string ModuleName = "OmnichannelAdmin";

    /// <summary>The file that marks the top of the repository.</summary>
    public const string SolutionFile = ModuleName + ".slnx";

    /// <summary>Everything that is made and may be deleted at any time.</summary>
    public string Output => Path.Combine(Root, "out");

    /// <summary>The importable module.</summary>
    public string Module => Path.Combine(Output, ModuleName);

    /// <summary>The reports of the last run of the tests.</summary>
    public string TestResults => Path.Combine(Output, "test-results");

    /// <summary>The JSON schema of configuration documents.</summary>
    public string ConfigurationSchema => PathOf("docs", "configuration.schema.json");

    /// <summary>The PowerShell scripts that this program runs in an engine.</summary>
    public string Scripts => Path.Combine(Root, "src", "OmnichannelAdmin.Build", "Scripts");

    /// <summary>A path below the top of the repository.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Makes a folder that holds nothing, whatever it held before.</summary>
    public static void MakeEmpty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Walks up from a folder to the top of the repository.</summary>
    /// <exception cref="BuildException">The folder is outside the repository.</exception>
    public static Workspace Find(string startFolder)
    {
        for (DirectoryInfo? folder = new(startFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
                return new Workspace(folder.FullName);
        }

        throw new BuildException($"No {SolutionFile} in '{startFolder}' or above it: run this from a clone.");
    }
}
