using System.Diagnostics;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Core.Tests.Configuration;

[Collection(nameof(PlanSpeedTests))]
[CollectionDefinition(nameof(PlanSpeedTests), DisableParallelization = true)]
public class PlanSpeedTests
{
    private const int Records = 2000;
    private const int Runs = 7;

    [Fact]
    public async Task A_plan_of_2000_records_takes_at_most_three_times_as_long_as_reading_them()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync();
        foreach (var number in Enumerable.Range(1, Records))
            environment.Organization.Rows.Add("msdyn_liveworkstream", new() { ["msdyn_name"] = $"Workstream {number}" });
        var document = await environment.ExportAsync();
        document = document with { Sections = [.. document.Sections.Where(section => section.Table == TableModel.Of<Workstream>())] };

        var raw = TimeSpan.MaxValue;
        var plan = TimeSpan.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            raw = Min(raw, await TimeAsync(() => ReadAsync(environment)));
            plan = Min(plan, await TimeAsync(() => environment.PlanAsync(document)));
        }

        Assert.InRange(plan, TimeSpan.Zero, raw * 3);
    }

    // The fastest of a few runs is the one that nothing else on the machine disturbed.
    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static async Task ReadAsync(ConfiguredEnvironment environment)
    {
        var table = TableModel.Of<Workstream>();
        var query = new ODataQuery { Select = table.Select, OrderBy = [new ODataOrder(table.NameColumn.Declaration.Column)] };
        var request = new DataverseRequest(HttpMethod.Get, query.ToPath(table.EntitySet))
        {
            Preferences = ["odata.include-annotations=\"*\""],
        };
        var rows = 0;
        await foreach (var page in environment.Connection.Client.ReadPagesAsync(request, SilentObserver.Instance, CancellationToken.None))
            rows += page.Rows.Count;

        Assert.InRange(rows, Records, int.MaxValue);
    }
}
