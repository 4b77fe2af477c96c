using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>
/// A script block that answers with a token. Make it on the pipeline thread of the runspace that it comes from.
/// </summary>
/// <param name="script">The script block.</param>
/// <param name="parameter">The parameter that it was given to, for errors.</param>
internal sealed class TokenScript(ScriptBlock script, string parameter)
{
    private readonly Runspace _home = Runspace.DefaultRunspace;

    /// <summary>Runs the script block.</summary>
    /// <param name="observer">The command that needs the token; only a command can run a script block.</param>
    /// <exception cref="SignInException">It answered with no token.</exception>
    public async Task<string> AskAsync(IDataverseObserver observer)
    {
        if (observer is not IOcPipeline pipeline)
            throw new SignInException(
                $"{parameter}Missing", $"Only a command can run the script block of -{parameter}.");

        var output = await pipeline.OnPipelineThreadAsync(Invoke).ConfigureAwait(false);
        return TokenText.Of(output.Count == 1 ? output[0] : null, parameter);
    }

    // A block runs in the runspace it comes from. Another one that shares the connection would wait there for a thread
    // that is busy with something else, so it runs a copy of the block instead, which sees none of the first one's
    // variables.
    private Collection<PSObject> Invoke() =>
        (ReferenceEquals(Runspace.DefaultRunspace, _home) ? script : ScriptBlock.Create(script.ToString())).Invoke();
}
