using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>Writes an environment down as a configuration.</summary>
[Cmdlet(VerbsData.Export, "OcConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(ConfigurationDocument))]
public sealed class ExportOcConfigurationCommand : OcConnectedCmdlet
{
    /// <summary>The file to write; without it, the document goes down the pipeline.</summary>
    [Parameter(Position = 0)]
    [PathTransformation]
    public string? Path { get; set; }

    /// <summary>Only these sections.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SectionCompleter))]
    public string[]? Section { get; set; }

    /// <summary>Only records of these names; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Answers with the document although it was written to a file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var (document, warnings) = await ConfigurationExport.ReadAsync(
            connection.Records(pipeline), Request(), cancellationToken)
            .ConfigureAwait(false);
        foreach (var warning in warnings)
            pipeline.Warn(warning);

        if (Path is not null)
            await WriteAsync(pipeline, document, cancellationToken).ConfigureAwait(false);
        if (Path is null || IsOn(nameof(PassThru)))
            await pipeline.WriteAsync(document).ConfigureAwait(false);
    }

    private async Task WriteAsync(
        IOcPipeline pipeline, ConfigurationDocument document, CancellationToken cancellationToken)
    {
        var action = $"Write {document.RecordCount} records to '{Path}'.";
        if (await pipeline.ShouldProcessAsync(action, $"{action}\nGo on?").ConfigureAwait(false))
            await TextFile.WriteAsync(Path!, document.ToJson(), cancellationToken).ConfigureAwait(false);
    }

    private ExportRequest Request()
    {
        var request = new ExportRequest { Names = [.. (Name ?? []).Select(name => new NamePattern(name))] };
        return Section is null
            ? request
            : request with { Tables = [.. Section.Select(ConfigurationModel.RequireSection)] };
    }
}
