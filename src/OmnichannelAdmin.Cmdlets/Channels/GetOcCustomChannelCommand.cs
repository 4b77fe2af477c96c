using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Reads custom messaging channels.</summary>
[Cmdlet(VerbsCommon.Get, "OcCustomChannel")]
[OutputType(typeof(CustomChannel))]
public sealed class GetOcCustomChannelCommand : OcConnectedCmdlet
{
    /// <summary>Channels, their GUIDs, or their names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only channels whose webhook is on this host; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? WebhookHost { get; set; }

    /// <summary>Only channels of this workstream: the workstream, its GUID or its name.</summary>
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
        var query =
            new RecordQuery { Filter = await FilterAsync(records.Store, cancellationToken).ConfigureAwait(false) };
        if (WebhookHost is not null)
            query = CustomChannelQuery.OnHost(query, new NamePattern(WebhookHost));

        await records.ReadAsync<CustomChannel>(Identity, query, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ODataFilter?> FilterAsync(RecordStore records, CancellationToken cancellationToken)
    {
        if (Workstream is null)
            return null;

        var workstream = await records.FindAsync<Workstream>(Workstream, cancellationToken).ConfigureAwait(false);
        return CustomChannelQuery.OfWorkstream(workstream.Id);
    }
}
