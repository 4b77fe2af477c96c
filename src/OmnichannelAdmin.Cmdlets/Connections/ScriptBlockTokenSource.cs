using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Asks a script block for a token whenever the last one is about to end.</summary>
internal sealed class ScriptBlockTokenSource : RenewingTokenSource
{
    private readonly ScriptBlock _script;
    private readonly Runspace _home;

    /// <summary>Makes the source on the pipeline thread of the runspace that the script block comes from.</summary>
    public ScriptBlockTokenSource(ScriptBlock script, TimeProvider time)
        : base(time)
    {
        _script = script;
        _home = Runspace.DefaultRunspace;
    }

    protected override async Task<AccessToken> RenewAsync(
        bool isFirst, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        if (observer is not IOcPipeline pipeline)
            throw new SignInException("AccessTokenMissing", "Only a command can run the script block of -AccessToken.");

        var output = await pipeline.OnPipelineThreadAsync(Invoke).ConfigureAwait(false);
        var text = AccessTokenText.Of(output.Count == 1 ? output[0] : null);
        return new AccessToken(text, JsonWebToken.ExpiryOf(text));
    }

    // A block runs in the runspace it comes from. Another one that shares the connection would wait there for a thread
    // that is busy with something else, so it runs a copy of the block instead, which sees none of the first one's variables.
    private Collection<PSObject> Invoke() =>
        (ReferenceEquals(Runspace.DefaultRunspace, _home) ? _script : ScriptBlock.Create(_script.ToString())).Invoke();
}
