using System.IO.Compression;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>
/// Zips the module as Azure Automation takes it: one folder at the top, and the archive, the folder and the module
/// of one name.
/// </summary>
internal sealed class PackTask(Workspace workspace, BuildTask build) : IBuildTask
{
    public string Name => "pack";

    public string Summary => "zip the module for Azure Automation (out/OmnichannelAdmin.zip)";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await build.RunAsync(cancellationToken);
        string archive = workspace.Module + ".zip";
        File.Delete(archive);
        ZipFile.CreateFromDirectory(
            workspace.Module, archive, CompressionLevel.SmallestSize, includeBaseDirectory: true);
        Console.WriteLine($"Packed {archive}");
        return 0;
    }
}
