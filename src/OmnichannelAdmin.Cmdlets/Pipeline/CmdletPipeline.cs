using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>The road from one input's body to the engine.</summary>
internal sealed class CmdletPipeline : IOcPipeline
{
    // Shorter waits are an everyday matter; -Verbose shows them.
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly PSCmdlet _cmdlet;
    private readonly PipelinePump _pump;
    private readonly PipelineItem _item;

    public CmdletPipeline(PSCmdlet cmdlet, PipelinePump pump, PipelineItem item)
    {
        _cmdlet = cmdlet;
        _pump = pump;
        _item = item;
    }

    public Task WriteAsync(object output) => InTurnAsync(() => Do(() => _cmdlet.WriteObject(output)));

    public Task WriteErrorAsync(OcError failure) => InTurnAsync(() => Do(() => WriteError(failure)));

    // Not in turn, or each write would wait for the one before it. Where an answer takes a person, inputs are worked on
    // one by one anyway.
    public Task<bool> ShouldProcessAsync(string action, string question) =>
        AskAsync<bool>(answer => _pump.Urge(
            () => Answer(() => _cmdlet.ShouldProcess(action, question, "Confirm"), answer, _ => true)));

    // What goes wrong here is the body's to handle, unless it ends the pipeline.
    public Task<T> OnPipelineThreadAsync<T>(Func<T> work) =>
        AskAsync<T>(answer => _pump.Urge(() => Answer(work, answer, e => e is PipelineStoppedException)));

    public void Warn(string message) => _pump.Urge(() => _cmdlet.WriteWarning(message));

    public void Progress(string activity, string status, int percent) => _pump.Urge(() => _cmdlet.WriteProgress(
        new ProgressRecord(0, activity, status)
        {
            PercentComplete = percent,
            RecordType = percent < 100 ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        }));

    public void Inform(object data, string tag) => _pump.Urge(() => _cmdlet.WriteInformation(data, [tag]));

    public void Verbose(string message) => _pump.Urge(() => _cmdlet.WriteVerbose(message));

    public void Attempted(RequestTrace trace) => _pump.Urge(() =>
    {
        _cmdlet.WriteVerbose(RequestLog.Line(trace));
        _cmdlet.WriteDebug(RequestLog.Headers(trace));
    });

    public void Waiting(RequestWait wait)
    {
        var message = $"Waiting {wait.Duration.TotalSeconds:0.#} s before attempt {wait.NextAttempt}: {wait.Reason}";
        if (wait.Duration < LongWait)
            Verbose(message);
        else
            Warn(message);
    }

    private void WriteError(OcError error)
    {
        if (error.IsTerminating)
            _cmdlet.ThrowTerminatingError(error.ToRecord());

        _cmdlet.WriteError(error.ToRecord());
    }

    private static bool Do(Action action)
    {
        action();
        return true;
    }

    private static void Answer<T>(Func<T> work, TaskCompletionSource<T> answer, Func<Exception, bool> endsPipeline)
    {
        try
        {
            answer.SetResult(work());
        }
        catch (Exception e)
        {
            answer.SetException(e);
            if (endsPipeline(e))
                throw;
        }
    }

    // The body goes on only when the consumer has taken what was written: whoever stops asking stops the requests. That
    // it stops asking is an exception of the engine's own, which must reach the engine again.
    private Task<T> InTurnAsync<T>(Func<T> work) =>
        AskAsync<T>(answer => _pump.Want(_item, () => Answer(work, answer, _ => true)));

    private async Task<T> AskAsync<T>(Action<TaskCompletionSource<T>> enqueue)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        enqueue(answer);
        return await answer.Task.WaitAsync(_pump.Ending).ConfigureAwait(false);
    }
}
