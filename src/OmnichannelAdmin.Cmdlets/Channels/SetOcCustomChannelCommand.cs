using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Changes a custom messaging channel. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcCustomChannel", SupportsShouldProcess = true)]
[OutputType(typeof(CustomChannel))]
public sealed class SetOcCustomChannelCommand : OcConnectedCmdlet
{
    /// <summary>The channel, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<CustomChannel>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The application (client) id of the app registration that may use the channel.</summary>
    [Parameter]
    [Alias("ApplicationId", "ClientId")]
    [GuidTransformation]
    public Guid? AppId { get; set; }

    /// <summary>The base address of the webhook: HTTPS, at most 500 characters, without query.</summary>
    [Parameter]
    [UriTransformation]
    public Uri? WebhookUrl { get; set; }

    /// <summary>The tenant of the app registration.</summary>
    [Parameter]
    [GuidTransformation]
    public Guid? TenantId { get; set; }

    /// <summary>The workstream that conversations go to; $null detaches the channel.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <summary>The language of the channel; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>Whether customers can attach files.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? CustomerFileAttachments { get; set; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? AgentFileAttachments { get; set; }

    /// <summary>
    /// Writes over changes made since the object was read, and accepts a webhook on a loopback host or an IP address.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the channel as it is after the change; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<CustomChannel>(emptyMeansNotGiven: false);
        values.RequireAny();
        CustomChannel.Check(values, isNew: false, allowLocalWebhook: IsOn(nameof(Force)));
        var authentication = new WebhookAuthenticationStore(connection.Client, pipeline);
        return new RecordPipeline(pipeline, connection).UpdateAsync<CustomChannel>(
            Identity,
            values,
            (channel, cancellation) => CheckFoundAsync(channel, values, authentication, pipeline, cancellation),
            IsOn(nameof(Force)),
            IsOn(nameof(PassThru)),
            cancellationToken);
    }

    private static async Task CheckFoundAsync(
        CustomChannel channel,
        RecordValues values,
        WebhookAuthenticationStore authentication,
        IOcPipeline pipeline,
        CancellationToken cancellationToken)
    {
        channel.CheckKindTakes(values);
        if (!values.Has(nameof(WebhookUrl)) || Equals(values[nameof(WebhookUrl)], channel.WebhookUrl))
            return;

        var signed = await authentication.FindSignedAsync(channel, cancellationToken).ConfigureAwait(false);
        if (signed?.ManagedIdentity is null)
            return;

        pipeline.Warn(
            $"The platform signs its posts for '{channel.Name}', and a change of the webhook makes a "
            + "new subject. Afterwards "
            + "run Get-OcWebhookAuthentication, and put the subject into the federated credential in Entra.");
    }
}
