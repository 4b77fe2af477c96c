using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Makes full paths of what people type.</summary>
internal static class FilePath
{
    // The prompt's own location is not the process's working directory.
    public static string Resolve(EngineIntrinsics? engine, string path) =>
        engine is null ? Path.GetFullPath(path) : engine.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
}
