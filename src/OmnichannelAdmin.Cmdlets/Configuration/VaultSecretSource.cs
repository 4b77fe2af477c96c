using System.Management.Automation;
using System.Net;
using System.Security;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>
/// Finds secrets in the vaults of Microsoft.PowerShell.SecretManagement, where that module is installed.
/// </summary>
/// <param name="pipeline">Runs the command on the pipeline thread.</param>
internal sealed class VaultSecretSource(IOcPipeline pipeline) : ISecretSource
{
    // Named with its module, since other modules and profiles have a Get-Secret of their own.
    private const string Script =
        "param($Vault, $Name) "
        + @"Microsoft.PowerShell.SecretManagement\Get-Secret -Vault $Vault -Name $Name -ErrorAction Stop";

    public async Task<SecureString?> FindAsync(SecretReference reference, CancellationToken cancellationToken)
    {
        if (reference.Vault is not var (vault, name))
            return null;

        try
        {
            return await pipeline.OnPipelineThreadAsync(() => Ask(vault, name)).ConfigureAwait(false);
        }
        catch (CommandNotFoundException e)
        {
            throw new SecretNotFoundException(
                reference, "it is in a vault, and the module Microsoft.PowerShell.SecretManagement is not installed.",
                e);
        }
        catch (RuntimeException e)
        {
            throw new SecretNotFoundException(reference, e.ErrorRecord.Exception.Message, e);
        }
    }

    private static SecureString? Ask(string vault, string name) =>
        ScriptBlock.Create(Script).Invoke(vault, name).FirstOrDefault()?.BaseObject switch
        {
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            string text => new NetworkCredential("", text).SecurePassword,
            _ => null,
        };
}
