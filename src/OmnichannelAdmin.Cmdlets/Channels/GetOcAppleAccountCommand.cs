using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Reads Apple Messages for Business accounts.</summary>
[Cmdlet(VerbsCommon.Get, "OcAppleAccount")]
[OutputType(typeof(AppleAccount))]
public sealed class GetOcAppleAccountCommand : OcConnectedCmdlet
{
    /// <summary>Accounts, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<AppleAccount>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only accounts of this workstream: the workstream, its GUID or its name.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var workstream = Workstream is null
            ? null
            : await records.Store.FindAsync<Workstream>(Workstream, cancellationToken).ConfigureAwait(false);
        var query = new RecordQuery
        {
            Filter = workstream is null ? null : OfWorkstream(workstream),
            Where = record => workstream is null || ((AppleAccount)record).Workstream?.Id == workstream.Id,
        };
        await records.ReadAsync<AppleAccount>(Identity, query, cancellationToken).ConfigureAwait(false);
    }

    private static ODataFilter OfWorkstream(Workstream workstream) =>
        TableModel.Of<AppleAccount>().Column(nameof(AppleAccount.Workstream)).Declaration.IsEqualTo(
            new RecordReference(workstream.Id));
}
