using System.Management.Automation;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Authentication;

/// <summary>Removes an authentication setting, and the rows that give it rich messages and further settings.</summary>
[Cmdlet(VerbsCommon.Remove, "OcAuthSetting", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AuthSetting))]
public sealed class RemoveOcAuthSettingCommand : OcConnectedCmdlet
{
    /// <summary>The setting, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the setting even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the setting as it was; with -WhatIf too.</summary>
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
        var setting = await records.Store.FindAsync<AuthSetting>(Identity, cancellationToken).ConfigureAwait(false);
        var parts = new AuthSettingParts(records.Store, allAtOnce: false, cancellationToken);
        var channels = await ChannelUse.OfAuthSettingAsync(records.Store, setting.Id, cancellationToken)
            .ConfigureAwait(false);
        await records.RemoveAllAsync(
            [
                .. await parts.RemoveAsync(setting.Id, cancellationToken).ConfigureAwait(false),
                RecordWrite.Delete(setting, IsOn(nameof(Force)) ? null : Identity.ETag),
            ],
            setting,
            channels.Count == 0 ? null : $"{string.Join(", ", channels)} can no longer authenticate customers by it.",
            IsOn(nameof(PassThru)),
            cancellationToken).ConfigureAwait(false);
    }
}
