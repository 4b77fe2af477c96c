using System.Collections.Concurrent;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>A pipeline that keeps what a cmdlet's body asks of it.</summary>
internal sealed class RecordingPipeline : IOcPipeline
{
    private readonly ConcurrentQueue<object> _output = new();
    private readonly ConcurrentQueue<OcError> _errors = new();
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ConcurrentQueue<string> _actions = new();
    private readonly ConcurrentQueue<object> _information = new();
    private readonly ConcurrentQueue<string> _verboses = new();

    /// <summary>What ShouldProcess answers; false is what -WhatIf does.</summary>
    public bool Agrees { get; init; } = true;

    public IReadOnlyList<object> Output => [.. _output];

    public IReadOnlyList<OcError> Errors => [.. _errors];

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public IReadOnlyList<object> Information => [.. _information];

    public IReadOnlyList<string> Verboses => [.. _verboses];

    /// <summary>What the body asked leave for.</summary>
    public IReadOnlyList<string> Actions => [.. _actions];

    public Task WriteAsync(object output)
    {
        _output.Enqueue(output);
        return Task.CompletedTask;
    }

    public Task WriteErrorAsync(OcError failure)
    {
        _errors.Enqueue(failure);
        return Task.CompletedTask;
    }

    public Task<bool> ShouldProcessAsync(string action, string question)
    {
        _actions.Enqueue(action);
        return Task.FromResult(Agrees);
    }

    public Task<T> OnPipelineThreadAsync<T>(Func<T> work) => Task.FromResult(work());

    public void Warn(string message) => _warnings.Enqueue(message);

    public void Progress(string activity, string status, int percent)
    {
    }

    public void Inform(object data, string tag) => _information.Enqueue(data);

    public void Verbose(string message) => _verboses.Enqueue(message);

    public void Attempted(RequestTrace trace)
    {
    }

    public void Waiting(RequestWait wait)
    {
    }
}
