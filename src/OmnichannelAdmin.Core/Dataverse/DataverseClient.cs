using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Dataverse;

/// <summary>A client of one environment's Web API. Safe for concurrent calls.</summary>
public sealed class DataverseClient : IDisposable
{
    /// <summary>Makes a client.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="transport">What carries the requests; the client owns it.</param>
    /// <param name="tokens">Where bearer tokens come from, or null where none is needed.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    public DataverseClient(
        EnvironmentUrl environment,
        HttpMessageHandler transport,
        IAccessTokenSource? tokens,
        DataverseClientOptions options,
        TimeProvider time) => throw new NotSupportedException();

    /// <summary>The environment.</summary>
    public EnvironmentUrl Environment { get; }

    /// <summary>Sends one request and reads its answer whole.</summary>
    /// <exception cref="DataverseException">The environment refused it or could not be asked.</exception>
    public Task<DataverseResponse> SendAsync(
        DataverseRequest request, IDataverseObserver observer, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>
    /// Reads a collection page by page. A page is read whole before it is handed out, and the next one is asked for only
    /// when the consumer moves on.
    /// </summary>
    /// <exception cref="DataverseException">A page was refused or could not be asked for.</exception>
    public IAsyncEnumerable<DataversePage> ReadPagesAsync(
        DataverseRequest request, IDataverseObserver observer, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Sends up to 1,000 operations as one request; the operations of a change set are all or nothing.</summary>
    /// <returns>One outcome per item of the batch, in its order.</returns>
    public Task<IReadOnlyList<BatchOutcome>> SendBatchAsync(
        BatchRequest batch, IDataverseObserver observer, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => throw new NotSupportedException();
}
