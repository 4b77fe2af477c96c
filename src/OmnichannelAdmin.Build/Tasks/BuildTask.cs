using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Build.Tasks;

/// <summary>Compiles the module and lays it out, complete, in <c>out/OmnichannelAdmin</c>.</summary>
internal sealed class BuildTask(Workspace workspace, DotNet dotnet) : IBuildTask
{
    public string Name => "build";

    public string Summary => "compile the module and lay it out in out/OmnichannelAdmin";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        string libraries = await PublishAsync("OmnichannelAdmin.Cmdlets", cancellationToken);
        string loader = await PublishAsync("OmnichannelAdmin.Loader", cancellationToken);
        // Editors complete configurations by it; it is committed, since they are edited where the module is not built.
        await File.WriteAllTextAsync(workspace.ConfigurationSchema, ConfigurationSchema.Write(), cancellationToken);
        new ModuleLayout(workspace).Write(libraries, loader);
        Console.WriteLine($"The module is in {Path.GetRelativePath(Environment.CurrentDirectory, workspace.Module)}");
        return 0;
    }

    private async Task<string> PublishAsync(string project, CancellationToken cancellationToken)
    {
        string target = Path.Combine(workspace.Output, "publish", project);
        // A file of an earlier publish that is no longer part of it would travel along.
        Workspace.MakeEmpty(target);
        await dotnet.RunAsync(
            cancellationToken,
            "publish", workspace.PathOf("src", project), "--configuration", "Release", "--output", target,
            "--verbosity", "quiet", "--nologo");
        return target;
    }
}
