using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.QuickReplies;

/// <summary>Removes a quick reply. Its tags stay, since others may use them.</summary>
[Cmdlet(VerbsCommon.Remove, "OcQuickReply", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(QuickReply))]
public sealed class RemoveOcQuickReplyCommand : OcConnectedCmdlet
{
    /// <summary>The quick reply, its GUID, or its title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Title", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<QuickReply>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the quick reply even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the quick reply as it was; with -WhatIf too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken) =>
        new RecordPipeline(pipeline, connection).RemoveAsync<QuickReply>(
            Identity, _ => null, IsOn(nameof(Force)), IsOn(nameof(PassThru)), cancellationToken);
}
