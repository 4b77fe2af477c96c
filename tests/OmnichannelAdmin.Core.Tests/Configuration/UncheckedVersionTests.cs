using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>
/// A table without optimistic concurrency refuses every If-Match; then the module compares the versions itself.
/// </summary>
public class UncheckedVersionTests
{
    private const string Table = "msdyn_occustommessagingchannel";
    private const string Channels = """{ "customChannels": [ { "name": "a", "language": "en-US" }, { "name": "b", "language": "en-US" } ] }""";

    [Fact]
    public async Task A_plan_is_carried_out_on_such_a_table()
    {
        using var environment = await OpenAsync();
        await environment.ApplyAsync(Channels);
        var german = Channels.Replace("en-US", "de-DE", StringComparison.Ordinal);

        await environment.ApplyAsync(german);

        Assert.False((await environment.PlanAsync(german)).HasChanges);
    }

    [Fact]
    public async Task A_row_that_moved_leaves_the_whole_change_set_unwritten()
    {
        using var environment = await OpenAsync();
        await environment.ApplyAsync(Channels);
        var (a, b) = (await environment.FindAsync<CustomChannel>("a"), await environment.FindAsync<CustomChannel>("b"));
        environment.Organization.Rows.Change(Table, b.Id, new() { ["msdyn_name"] = "b" });
        var values = new RecordValues(
            TableModel.Of<CustomChannel>()) { [nameof(CustomChannel.AgentFileAttachments)] = true };

        await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.Connection.Records(SilentObserver.Instance).ApplyAllAsync(
            [RecordWrite.Update(a, values, a.ETag), RecordWrite.Update(b, values, b.ETag)], CancellationToken.None));

        Assert.NotEqual(true, (await environment.FindAsync<CustomChannel>("a")).AgentFileAttachments);
    }

    private static Task<ConfiguredEnvironment> OpenAsync() => ConfiguredEnvironment.OpenAsync(
        new SandboxOrganization(
            new SandboxSettings { TablesWithoutOptimisticConcurrency = new HashSet<string> { Table } }),
        new DataverseClientOptions());
}
