using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>Asks a script block for a token whenever the last one is about to end.</summary>
internal sealed class ScriptBlockTokenSource(TokenScript script, TimeProvider time) : RenewingTokenSource(time)
{
    protected override async Task<AccessToken> RenewAsync(
        bool isFirst, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        var text = await script.AskAsync(observer).ConfigureAwait(false);
        return new AccessToken(text, JsonWebToken.ExpiryOf(text));
    }
}
