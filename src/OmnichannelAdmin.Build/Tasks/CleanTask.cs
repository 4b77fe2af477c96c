namespace OmnichannelAdmin.Build.Tasks;

/// <summary>Deletes what builds have made, except this program itself.</summary>
internal sealed class CleanTask(Workspace workspace) : IBuildTask
{
    private static readonly string[] Rooms = ["src", "tests"];
    private static readonly string[] Made = ["bin", "obj"];

    public string Name => "clean";

    public string Summary => "delete out/ and what the compiler left";

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        string own = workspace.PathOf("src", "OmnichannelAdmin.Build");
        IEnumerable<string> made = ProjectFolders()
            .Where(folder => folder != own)
            .SelectMany(folder => Made.Select(name => Path.Combine(folder, name)))
            .Append(workspace.Output);

        foreach (string folder in made.Where(Directory.Exists).ToList())
            Directory.Delete(folder, recursive: true);
        return Task.FromResult(0);
    }

    private IEnumerable<string> ProjectFolders() =>
        Rooms
            .SelectMany(room => Directory.EnumerateFiles(
                workspace.PathOf(room), "*.csproj", SearchOption.AllDirectories))
            .Select(project => Path.GetDirectoryName(project)!);
}
