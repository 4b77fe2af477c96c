using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>
/// A bearer as it was given to a parameter: text, SecureString, or a script block that answers with either.
/// </summary>
internal sealed class GivenBearer
{
    private readonly object? _value;
    private readonly string _parameter;
    private readonly TokenScript? _script;

    /// <summary>Reads a parameter. Make it on the pipeline thread.</summary>
    public GivenBearer(object? value, string parameter)
    {
        _value = value;
        _parameter = parameter;
        _script = value is ScriptBlock script ? new TokenScript(script, parameter) : null;
    }

    /// <summary>The bearer, or null when none was given.</summary>
    /// <exception cref="SignIn.SignInException">The script block answered with no token.</exception>
    public async Task<string?> AskAsync(IOcPipeline pipeline)
    {
        if (_script is not null)
            return await _script.AskAsync(pipeline).ConfigureAwait(false);

        return _value is null ? null : TokenText.Of(_value, _parameter);
    }
}
