using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Cmdlets.RichMessages;

/// <summary>
/// Removes a rich message, and takes it away from the authentication settings and payment profiles that have it.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "OcRichMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RichMessage))]
public sealed class RemoveOcRichMessageCommand : OcConnectedCmdlet
{
    /// <summary>The message, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
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
        var message = await records.Store.FindAsync<RichMessage>(Identity, cancellationToken).ConfigureAwait(false);
        var maps = await new ChildRows<RichMessageMap>(
            records.Store, nameof(RichMessageMap.RichMessage), allAtOnce: false, cancellationToken)
            .OfAsync(message.Id, cancellationToken).ConfigureAwait(false);
        var owners = maps.SelectMany(map => new[] { map.AuthSetting, map.PaymentProfile }).OfType<RecordReference>();
        var channels = await ChannelUse.OfRichMessageAsync(records.Store, maps, cancellationToken)
            .ConfigureAwait(false);
        await records.RemoveAllAsync(
            [.. maps.Select(map => RecordWrite.Delete(map, etag: null)), RecordWrite.Delete(
                message, IsOn(nameof(Force)) ? null : Identity.ETag)],
            message,
            Consequence([.. owners.Select(owner => $"'{owner}'"), .. channels]),
            IsOn(nameof(PassThru)),
            cancellationToken).ConfigureAwait(false);
    }

    private static string? Consequence(IReadOnlyList<string> users) =>
        users.Count == 0 ? null : $"{string.Join(", ", users)} can no longer send it.";
}
