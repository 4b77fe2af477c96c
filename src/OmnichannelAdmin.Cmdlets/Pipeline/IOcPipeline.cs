using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>
/// The only road from a cmdlet's asynchronous body to the engine. Its members can be called from any thread; what they
/// ask for happens on the pipeline thread.
/// </summary>
public interface IOcPipeline : IDataverseObserver
{
    /// <summary>Writes an object. Completes late when the consumer is slow.</summary>
    /// <exception cref="OperationCanceledException">The pipeline has ended.</exception>
    Task WriteAsync(object output);

    /// <summary>Writes an error that ends nothing but the current item.</summary>
    /// <exception cref="OperationCanceledException">The pipeline has ended.</exception>
    Task WriteErrorAsync(OcError failure);

    /// <summary>Asks whether to go on, as -WhatIf, -Confirm and the preferences demand.</summary>
    /// <param name="action">What is about to be done, as a sentence for -WhatIf and -Verbose.</param>
    /// <param name="question">The question that -Confirm asks.</param>
    /// <exception cref="OperationCanceledException">The pipeline has ended.</exception>
    Task<bool> ShouldProcessAsync(string action, string question);

    /// <summary>Runs something that only the pipeline thread can do, such as a script block.</summary>
    /// <exception cref="OperationCanceledException">The pipeline has ended.</exception>
    Task<T> OnPipelineThreadAsync<T>(Func<T> work);

    /// <summary>Writes a warning.</summary>
    void Warn(string message);

    /// <summary>Shows how far a long piece of work is.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="status">How far it is, in words.</param>
    /// <param name="percent">How far it is, 0 to 100; at 100 it is no longer shown.</param>
    void Progress(string activity, string status, int percent);

    /// <summary>Writes to the information stream, for whoever looks at it from another thread or job.</summary>
    /// <param name="data">What there is to know.</param>
    /// <param name="tag">What kind of thing that is.</param>
    void Inform(object data, string tag);

    /// <summary>Writes a line for -Verbose.</summary>
    void Verbose(string message);
}
