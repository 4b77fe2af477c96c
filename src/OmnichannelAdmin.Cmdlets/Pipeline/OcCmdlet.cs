using System.Management.Automation;
using System.Reflection;
using OmnichannelAdmin.Cmdlets.Errors;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>
/// A cmdlet whose work is asynchronous. Each input gets a body of its own; several may be at work at once.
/// </summary>
public abstract class OcCmdlet : PSCmdlet, IDisposable
{
    private readonly PipelinePump _pump = new();

    /// <summary>The names of the parameters that the user gave for the current input.</summary>
    internal IReadOnlySet<string> Given { get; set; } = new HashSet<string>();

    /// <summary>
    /// The names of the switches that are on. Bodies ask here and not the parameters: without an engine, in a unit
    /// test, every <see cref="SwitchParameter"/> answers that it is off.
    /// </summary>
    internal IReadOnlySet<string> SwitchesOn { get; set; } = new HashSet<string>();

    /// <summary>How many inputs may be at work at once.</summary>
    protected virtual int InputsInFlight => 1;

    /// <summary>What an error of the current input is about, as the user gave it.</summary>
    protected virtual object? ErrorTarget => null;

    /// <summary>What the current input is about: inputs of one key are worked on one after the other.</summary>
    protected virtual string? InputKey => null;

    /// <summary>Whether an error means that nothing else of the command can work either.</summary>
    protected virtual bool EndsOnError => false;

    /// <summary>Whether all inputs make one piece of work, which begins when the last of them has come.</summary>
    protected virtual bool GathersInput => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// The work for one input. The object's properties are the input's own and do not change meanwhile.
    /// </summary>
    protected internal abstract Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken);

    /// <summary>What has to be looked up on the pipeline thread before the body starts.</summary>
    protected virtual void Prepare()
    {
    }

    /// <summary>Puts an input aside for the one piece of work that all of them make.</summary>
    protected virtual void GatherInput()
    {
    }

    /// <summary>Whether a switch is on.</summary>
    /// <param name="parameter">The switch's name.</param>
    protected bool IsOn(string parameter) => SwitchesOn.Contains(parameter);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        Given = Named(_ => true);
        SwitchesOn = Named(value => value is SwitchParameter { IsPresent: true });
        if (GathersInput)
            GatherInput();
        else
            Begin();
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        if (GathersInput)
            Begin();

        _pump.Drain(atMost: 0);
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _pump.Stop();

    /// <summary>Ends the work.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _pump.Dispose();
    }

    private void Begin()
    {
        OnPipelineThread(Prepare);

        // The engine writes the next input into the same properties, so the body works on a copy.
        var body = (OcCmdlet)MemberwiseClone();
        _pump.Start(item => body.RunGuardedAsync(new CmdletPipeline(this, _pump, item), _pump.Ending), InputKey);
        _pump.Drain(atMost: MustGoOneByOne() ? 0 : InputsInFlight - 1);
    }

    private HashSet<string> Named(Func<object?, bool> isMeant) => MyInvocation.BoundParameters
        .Where(parameter => isMeant(parameter.Value))
        .Select(parameter => parameter.Key)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private void OnPipelineThread(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is NotConnectedException or OcValidationException)
        {
            ThrowTerminatingError(ErrorMapper.Map(e, ErrorTarget).ToRecord());
        }
    }

    internal async Task RunGuardedAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(pipeline, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var error = ErrorMapper.Map(e, ErrorTarget);
            await pipeline.WriteErrorAsync(EndsOnError ? error with { IsTerminating = true } : error)
                .ConfigureAwait(false);
        }
    }

    // With a prompt or a fatal error ahead, inputs behind it must not have been carried out already; and what -WhatIf
    // says should come in the order of the inputs.
    private bool MustGoOneByOne() =>
        StopsOnError() || (Command() is { SupportsShouldProcess: true } command && Asks(command));

    private bool StopsOnError() =>
        PreferenceOr("ErrorAction", "ErrorActionPreference") is ActionPreference.Stop;

    private bool Asks(CmdletAttribute command)
    {
        if (PreferenceOr("WhatIf", "WhatIfPreference") is true or SwitchParameter { IsPresent: true })
            return true;
        if (MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm))
            return ((SwitchParameter)confirm).IsPresent;

        return GetVariableValue("ConfirmPreference") is ConfirmImpact preference
            && preference != ConfirmImpact.None
            && command.ConfirmImpact >= preference;
    }

    private CmdletAttribute? Command() => GetType().GetCustomAttribute<CmdletAttribute>();

    private object? PreferenceOr(string parameter, string variable) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out var value) ? value : GetVariableValue(variable);
}
