using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Reads the languages that channels can have.</summary>
[Cmdlet(VerbsCommon.Get, "OcLanguage")]
[OutputType(typeof(Language))]
public sealed class GetOcLanguageCommand : OcConnectedCmdlet
{
    /// <summary>Languages, their GUIDs, names or locales (en-US); a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id", "LocaleCode")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken) =>
        new RecordPipeline(pipeline, connection).ReadAsync<Language>(Identity, new RecordQuery(), cancellationToken);
}
