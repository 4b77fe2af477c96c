using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>
/// Closes the runspace's connections when the module is removed from it: nothing could use them any more.
/// </summary>
public sealed class ModuleRemoval : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => RunspaceConnections.Current.CloseAll();
}
