using System.Management.Automation;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Removes an Apple Messages for Business account, and the automated messages that are for it alone.</summary>
[Cmdlet(VerbsCommon.Remove, "OcAppleAccount", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AppleAccount))]
public sealed class RemoveOcAppleAccountCommand : OcConnectedCmdlet
{
    /// <summary>The account, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AppleAccount>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>Removes the account even if it was changed since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the account as it was; with -WhatIf too.</summary>
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
        var account = await records.Store.FindAsync<AppleAccount>(Identity, cancellationToken).ConfigureAwait(false);
        await records.RemoveAllAsync(
            [
                .. await MessageTranslations.RemoveAllOfAsync(
                    records.Store, account, cancellationToken).ConfigureAwait(false),
                RecordWrite.Delete(account, IsOn(nameof(Force)) ? null : Identity.ETag),
            ],
            account,
            Consequence(account),
            IsOn(nameof(PassThru)),
            cancellationToken).ConfigureAwait(false);
    }

    private static string? Consequence(AppleAccount account) => account.Workstream is { } workstream
        ? $"Workstream '{workstream}' uses it and will get no more conversations through it."
        : null;
}
