using System.Management.Automation;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.AutomatedMessages;

/// <summary>Removes an automated message with its translations.</summary>
[Cmdlet(VerbsCommon.Remove, "OcAutomatedMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AutomatedMessage))]
public sealed class RemoveOcAutomatedMessageCommand : OcConnectedCmdlet
{
    /// <summary>The message, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AutomatedMessage>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the message even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the message as it was; with -WhatIf too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var message = await records.Store.FindAsync<AutomatedMessage>(Identity, cancellationToken)
            .ConfigureAwait(false);
        var translations = new MessageTranslations(records.Store, allAtOnce: false, cancellationToken);
        var writes = await translations.RemoveAsync(message, cancellationToken).ConfigureAwait(false);
        await records.RemoveAllAsync(
            [.. writes, RecordWrite.Delete(message, IsOn(nameof(Force)) ? null : Identity.ETag)],
            message,
            Consequence(message),
            IsOn(nameof(PassThru)),
            cancellationToken).ConfigureAwait(false);
    }

    private static string? Consequence(AutomatedMessage message) => message.ChannelId is null
        ? $"It is for all channels of the kind {message.StreamSource}, which send nothing more upon {message.Trigger}."
        : null;
}
