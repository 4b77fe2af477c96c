using BenchmarkDotNet.Attributes;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Benchmarks;

/// <summary>What one full page of rows, and one full batch, cost on top of the network.</summary>
[MemoryDiagnoser]
public class WireBenchmarks : IDisposable
{
    private const int RowsOfAPage = 5_000;
    private const int OperationsOfABatch = 1_000;

    private readonly DataverseClient _pages = ClientOf(CannedAnswer.Page(RowsOfAPage));
    private readonly DataverseClient _batches = ClientOf(CannedAnswer.Batch(OperationsOfABatch));
    private readonly BatchRequest _batch = new(
    [
        .. Enumerable.Range(0, OperationsOfABatch)
            .Select(row => ODataPath.Row("msdyn_occustommessagingchannels", CannedAnswer.Id(row)))
            .Select(path => BatchItem.Request(new DataverseRequest(HttpMethod.Delete, path))),
    ]);

    /// <summary>Reads a page of 5,000 channels into records.</summary>
    [Benchmark]
    public async Task<int> ReadPage()
    {
        var records = new RecordStore(_pages, SilentObserver.Instance);
        int count = 0;
        await foreach (CustomChannel _ in records.ReadAsync<CustomChannel>(new RecordQuery(), CancellationToken.None))
            count++;
        return count;
    }

    /// <summary>Writes a batch of 1,000 operations and reads its answer.</summary>
    [Benchmark]
    public Task<IReadOnlyList<BatchOutcome>> SendBatch() =>
        _batches.SendBatchAsync(_batch, SilentObserver.Instance, CancellationToken.None);

    /// <summary>Closes the clients.</summary>
    public void Dispose()
    {
        _pages.Dispose();
        _batches.Dispose();
        GC.SuppressFinalize(this);
    }

    private static DataverseClient ClientOf(CannedAnswer answer) => new(
        EnvironmentUrl.Parse("https://contoso.crm4.dynamics.com", allowUnknownHost: false),
        answer,
        tokens: null,
        new DataverseClientOptions(),
        TimeProvider.System);
}
