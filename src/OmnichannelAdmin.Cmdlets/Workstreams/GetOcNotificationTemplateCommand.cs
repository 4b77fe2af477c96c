using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Workstreams;

/// <summary>Reads notification templates.</summary>
[Cmdlet(VerbsCommon.Get, "OcNotificationTemplate")]
[OutputType(typeof(NotificationTemplate))]
public sealed class GetOcNotificationTemplateCommand : OcConnectedCmdlet
{
    /// <summary>Templates, their GUIDs, names or unique names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id", "UniqueName")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<NotificationTemplate>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken) =>
        new RecordPipeline(pipeline, connection).ReadAsync<NotificationTemplate>(
            Identity, new RecordQuery(), cancellationToken);
}
