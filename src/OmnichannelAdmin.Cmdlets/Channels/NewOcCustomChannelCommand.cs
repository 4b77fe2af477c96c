using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Registers a custom messaging channel of the Messaging API.</summary>
[Cmdlet(VerbsCommon.New, "OcCustomChannel", SupportsShouldProcess = true)]
[OutputType(typeof(CustomChannel))]
public sealed class NewOcCustomChannelCommand : OcConnectedCmdlet
{
    /// <summary>The channel's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The application (client) id of the app registration that may use the channel.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ApplicationId", "ClientId")]
    [AllowNull]
    [GuidTransformation]
    public Guid? AppId { get; set; }

    /// <summary>The base address of the webhook: HTTPS, at most 500 characters, without query.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? WebhookUrl { get; set; }

    /// <summary>The tenant of the app registration; without it, the connection's own tenant.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [GuidTransformation]
    public Guid? TenantId { get; set; }

    /// <summary>The workstream that conversations go to: the workstream, its GUID or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <summary>The language of the channel: the language, its GUID or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>Whether customers can attach files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? CustomerFileAttachments { get; set; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? AgentFileAttachments { get; set; }

    /// <summary>Answers with the channel of that name when there is one, instead of making a second.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>Accepts a webhook on a loopback host or an IP address.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the channel as it would be. A channel that is made is always answered with.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object that the pipeline handed in, which errors name as their target.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)InputObject ?? Name;

    /// <inheritdoc/>
    protected override string? InputKey => Name;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = Values(connection);
        CustomChannel.Check(values, isNew: true, allowLocalWebhook: IsOn(nameof(Force)));
        return new RecordPipeline(pipeline, connection)
            .CreateAsync(values, IsOn(nameof(IfNotExists)), IsOn(nameof(PassThru)), cancellationToken);
    }

    private RecordValues Values(OcConnection connection)
    {
        var values = GivenValues<CustomChannel>(emptyMeansNotGiven: true);
        values[nameof(CustomChannel.Kind)] = CustomChannelKind.MessagingApi;
        if (!values.Has(nameof(CustomChannel.TenantId)) && connection.TenantId is { } tenant)
            values[nameof(CustomChannel.TenantId)] = tenant;

        return values;
    }
}
