namespace OmnichannelAdmin.Build.Tests.Packing;

public sealed class ToolPackageTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly CommandRunner _commands = new(Repository.Root);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("oc-tool");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_package_of_ocadmin_installs_as_a_tool_that_runs()
    {
        string package = PathOf("package");
        await MustRunAsync(
            DotNet.Program,
            "pack", Repository.PathOf("src/OmnichannelAdmin.Runner"),
            "--configuration", "Release", "--output", package);
        await MustRunAsync(
            DotNet.Program,
            "tool", "install", "OmnichannelAdmin.Runner", "--tool-path", PathOf("tools"), "--source", package);

        string document = await MustRunAsync(
            PathOf("tools/ocadmin"), "export", "--sandbox", "--section", "customChannels");

        Assert.Contains("\"customChannels\": []", document, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string> MustRunAsync(string program, params string[] arguments)
    {
        CommandResult result = await _commands.CaptureAsync(program, arguments, Limit, CancellationToken.None);
        Assert.True(
            result.Succeeded, $"{program} {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.Output}");
        return result.Output;
    }
}
