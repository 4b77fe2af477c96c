using System.IO.Compression;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>
/// Zips the module as Azure Automation takes it: one folder at the top, and the archive, the folder and the module
/// of one name. Packs <c>ocadmin</c> as a .NET tool beside it.
/// </summary>
internal sealed class PackTask(Workspace workspace, DotNet dotnet, BuildTask build) : IBuildTask
{
    public string Name => "pack";

    public string Summary => "zip the module for Azure Automation, and pack ocadmin as a .NET tool, in out/";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await build.RunAsync(cancellationToken);
        string archive = workspace.Module + ".zip";
        File.Delete(archive);
        ZipFile.CreateFromDirectory(
            workspace.Module, archive, CompressionLevel.SmallestSize, includeBaseDirectory: true);
        Console.WriteLine($"Packed {archive}");
        await dotnet.RunAsync(
            cancellationToken,
            "pack", workspace.PathOf("src", "OmnichannelAdmin.Runner"), "--configuration", "Release",
            "--output", workspace.Output, "--verbosity", "quiet", "--nologo");
        return 0;
    }
}
