using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Payments;

/// <summary>Removes a payment profile with its merchant, and the rows that give it rich messages.</summary>
[Cmdlet(VerbsCommon.Remove, "OcPaymentProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PaymentProfile))]
public sealed class RemoveOcPaymentProfileCommand : OcConnectedCmdlet
{
    /// <summary>The profile, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<PaymentProfile>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the profile even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the profile as it was; with -WhatIf too.</summary>
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
        var profile = await records.Store.FindAsync<PaymentProfile>(Identity, cancellationToken).ConfigureAwait(false);
        var parts = new PaymentProfileParts(records.Store, allAtOnce: false, cancellationToken);
        var channels = await ChannelUse.OfPaymentProfileAsync(records.Store, profile.Id, cancellationToken)
            .ConfigureAwait(false);
        var etag = IsOn(nameof(Force)) ? null : Identity.ETag;
        await records.RemoveAllAsync(
            await parts.RemoveAsync(profile, etag, cancellationToken).ConfigureAwait(false),
            profile,
            channels.Count == 0 ? null : $"{string.Join(", ", channels)} can no longer ask for payments by it.",
            IsOn(nameof(PassThru)),
            cancellationToken).ConfigureAwait(false);
    }
}
