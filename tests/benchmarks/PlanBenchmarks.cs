using BenchmarkDotNet.Attributes;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Benchmarks;

/// <summary>A plan of 2,000 records is to take at most three times as long as the raw reads that it needs.</summary>
public class PlanBenchmarks : IDisposable
{
    private const int Records = 2_000;

    private readonly SandboxOrganization _organization = new();
    private readonly TableModel _table = TableModel.Of<Workstream>();
    private OcConnection? _connection;
    private ConfigurationDocument? _document;

    /// <summary>Fills the organization, and takes its own configuration for the document.</summary>
    [GlobalSetup]
    public async Task FillAsync()
    {
        foreach (int number in Enumerable.Range(1, Records))
            _organization.Rows.Add(_table.LogicalName, new() { ["msdyn_name"] = $"Workstream {number}" });
        var settings = new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(_organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Sandbox",
            Transport = _organization.CreateHandler(),
        };
        _connection = await OcConnection.OpenAsync(settings, SilentObserver.Instance, CancellationToken.None);
        var (exported, _) = await ConfigurationExport.ReadAsync(
            _connection.Records(SilentObserver.Instance), new ExportRequest(), CancellationToken.None);
        ConfigurationDocument document = ConfigurationDocument.Parse(exported.ToJson(), new Dictionary<string, string>());
        _document = document with { Sections = [.. document.Sections.Where(section => section.Table == _table)] };
    }

    /// <summary>Reads the rows and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> ReadRows()
    {
        var query = new ODataQuery { Select = _table.Select, OrderBy = [new ODataOrder(_table.NameColumn.Declaration.Column)] };
        var request = new DataverseRequest(HttpMethod.Get, query.ToPath(_table.EntitySet))
        {
            Preferences = ["odata.include-annotations=\"*\""],
        };
        int rows = 0;
        using var client = new DataverseClient(
            EnvironmentUrl.Parse(_organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            _organization.CreateHandler(),
            tokens: null,
            new DataverseClientOptions(),
            TimeProvider.System);
        await foreach (DataversePage page in client.ReadPagesAsync(request, SilentObserver.Instance, CancellationToken.None))
            rows += page.Rows.Count;

        return rows;
    }

    /// <summary>Reads and compares: nothing is to do.</summary>
    [Benchmark]
    public Task<ConfigurationPlan> Plan() => DesiredState.PlanAsync(
        _document!, _connection!, new PlanOptions(), SilentObserver.Instance, CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose();
        _organization.Dispose();
        GC.SuppressFinalize(this);
    }
}
