using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>Looks for a workstream that a messaging channel could be attached to.</summary>
internal sealed class WorkstreamPresence(OcConnection connection, IDataverseObserver observer)
{
    public async Task<CheckVerdict> JudgeAsync(CancellationToken cancellationToken)
    {
        var query = new RecordQuery { Filter = WorkstreamQuery.Messaging };
        var found = connection.Records(observer).ReadAsync<Workstream>(query, cancellationToken);
        await foreach (var workstream in found.ConfigureAwait(false))
            return CheckVerdict.Passed($"There is one: '{workstream.Name}'.");

        return CheckVerdict.Warning(
            "No workstream routes messages.",
            "Make one in the Copilot Service admin center under Workstreams; a channel without one receives nothing.");
    }
}
