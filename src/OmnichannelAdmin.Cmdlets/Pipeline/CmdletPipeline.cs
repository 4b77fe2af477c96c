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

    public Task WriteAsync(object output) => _pump.WantAsync(_item, () => _cmdlet.WriteObject(output));

    public Task WriteErrorAsync(OcError failure) => _pump.WantAsync(_item, () => WriteError(failure));

    public Task<bool> ShouldProcessAsync(string action, string question) =>
        AskAsync(() => _cmdlet.ShouldProcess(action, question, "Confirm"), ask => _pump.WantAsync(_item, ask));

    public Task<T> OnPipelineThreadAsync<T>(Func<T> work) => AskAsync(work, ask =>
    {
        _pump.Urge(ask);
        return Task.CompletedTask;
    });

    public void Warn(string message) => _pump.Urge(() => _cmdlet.WriteWarning(message));

    public void Progress(string activity, string status, int percent) => _pump.Urge(() => _cmdlet.WriteProgress(
        new ProgressRecord(0, activity, status)
        {
            PercentComplete = percent,
            RecordType = percent < 100 ? ProgressRecordType.Processing : ProgressRecordType.Completed,
        }));

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

    private async Task<T> AskAsync<T>(Func<T> work, Func<Action, Task> enqueue)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await enqueue(() => Answer(work, answer)).ConfigureAwait(false);
        return await answer.Task.WaitAsync(_pump.Ending).ConfigureAwait(false);
    }

    // What stops the pipeline must reach the engine; anything else is the body's to handle.
    private static void Answer<T>(Func<T> work, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.SetResult(work());
        }
        catch (PipelineStoppedException e)
        {
            answer.SetException(e);
            throw;
        }
        catch (Exception e)
        {
            answer.SetException(e);
        }
    }
}
