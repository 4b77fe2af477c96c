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
    /// <summary>How many times as long as the reads a plan may take.</summary>
    public const double MostTimesTheReads = 3;

    private const int Records = 2_000;

    private readonly SandboxOrganization _organization = new();
    private TableModel _table = TableModel.Of<Workstream>();
    private OcConnection? _connection;
    private ConfigurationDocument? _document;

    /// <summary>
    /// The section whose records are planned: rows alone, or rows each of which is linked with a tag.
    /// </summary>
    [Params("workstreams", "quickReplies")]
    public string Section { get; set; } = "workstreams";

    /// <summary>Fills the organization, and takes its own configuration for the document.</summary>
    [GlobalSetup]
    public async Task FillAsync()
    {
        _table = ConfigurationModel.RequireSection(Section);
        Guid tag = _organization.Rows.Add("msdyn_octag", new() { ["msdyn_name"] = "tag" });
        foreach (int number in Enumerable.Range(1, Records))
        {
            Guid row = _organization.Rows.Add(
                _table.LogicalName, new() { [_table.NameColumn.Declaration.Column] = $"Record {number}" });
            if (_table.Links.Count > 0)
                _organization.Rows.Link("msdyn_msdyn_cannedmessage_msdyn_octag", tag, row);
        }

        var settings = new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(_organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Sandbox",
            Transport = _organization.CreateHandler(),
        };
        _connection = await OcConnection.OpenAsync(settings, SilentObserver.Instance, CancellationToken.None);
        var (exported, _) = await ConfigurationExport.ReadAsync(
            _connection.Records(SilentObserver.Instance), new ExportRequest(), CancellationToken.None);
        var document = ConfigurationDocument.Parse(
            exported.ToJson(), new Dictionary<string, string>());
        _document = document with { Sections = [.. document.Sections.Where(section => section.Table == _table)] };
    }

    /// <summary>Reads the rows and nothing else.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> ReadRows()
    {
        var query = new ODataQuery
        {
            Select = _table.Select,
            Expand = [.. _table.Links.Select(links => links.Expand)],
            OrderBy = [new ODataOrder(_table.NameColumn.Declaration.Column), new ODataOrder(_table.PrimaryKey)],
        };
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
        await foreach (DataversePage page in client.ReadPagesAsync(
            request, SilentObserver.Instance, CancellationToken.None))
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
