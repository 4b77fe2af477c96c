using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Reads the surveys that can follow a conversation.</summary>
[Cmdlet(VerbsCommon.Get, "OcSurvey")]
[OutputType(typeof(Survey))]
public sealed class GetOcSurveyCommand : OcConnectedCmdlet
{
    /// <summary>Surveys, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken) =>
        new RecordPipeline(pipeline, connection).ReadAsync<Survey>(Identity, new RecordQuery(), cancellationToken);
}
