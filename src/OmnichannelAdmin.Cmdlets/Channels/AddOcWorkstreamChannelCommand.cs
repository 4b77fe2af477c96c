using System.Management.Automation;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Sets a channel up in a workstream: everything is checked first, then written all or nothing.</summary>
[Cmdlet(VerbsCommon.Add, "OcWorkstreamChannel", SupportsShouldProcess = true)]
[OutputType(typeof(WorkstreamChannel))]
public sealed class AddOcWorkstreamChannelCommand : OcConnectedCmdlet
{
    /// <summary>The workstream, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity Workstream { get; set; } = null!;

    /// <summary>The channel, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public RecordIdentity Channel { get; set; } = null!;

    /// <summary>
    /// The language of the channel: the language, its GUID, name or locale. A channel that has one keeps it.
    /// </summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>The survey to send a link to after the conversation: the survey, its GUID or its name.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity? Survey { get; set; }

    /// <summary>The text that comes with the survey.</summary>
    [Parameter]
    public string? SurveyMessage { get; set; }

    /// <summary>Another survey to send a link to after a conversation that a bot alone has held.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity? BotSurvey { get; set; }

    /// <summary>The text that comes with that other survey.</summary>
    [Parameter]
    public string? BotSurveyMessage { get; set; }

    /// <summary>
    /// For Apple Messages for Business, how customers authenticate: the setting, its GUID or its name.
    /// </summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity? AuthSetting { get; set; }

    /// <summary>For Apple Messages for Business, how customers pay: the profile, its GUID or its name.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<PaymentProfile>))]
    public RecordIdentity? PaymentProfile { get; set; }

    /// <summary>Whether customers can attach files.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? CustomerFileAttachments { get; set; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? AgentFileAttachments { get; set; }

    /// <summary>
    /// Automated messages for this channel alone, text by trigger: @{ AgentAssignedToConversation = 'Hello' }.
    /// </summary>
    [Parameter]
    [TextMapTransformation]
    public TextMap? AutomatedMessage { get; set; }

    /// <summary>
    /// Takes the channel from another workstream, and writes over changes made since the object was read.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the channel as it is set up; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Channel.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Channel.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var texts = TriggerTexts.Of(AutomatedMessage);
        var records = new RecordPipeline(pipeline, connection);
        var workstream = await records.Store.FindAsync<Workstream>(Workstream, cancellationToken).ConfigureAwait(false);
        var channel = await new ChannelFinder(records.Store).FindAsync(Channel, cancellationToken)
            .ConfigureAwait(false);
        WorkstreamChannels.CheckFit(workstream, channel, mayMove: IsOn(nameof(Force)));
        WorkstreamChannels.CheckHas(channel, Given);
        var values = GivenValues(TableModel.Of(channel.GetType()), emptyMeansNotGiven: true);
        WorkstreamChannels.Complete(values, workstream, channel);
        if (texts.Count == 0)
            values.RequireAny();

        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        if (channel is AppleAccount)
            await AppleAccountRules.CheckReferencesAsync(records.Store, values, cancellationToken)
                .ConfigureAwait(false);

        if (workstream.Mode == WorkstreamMode.Legacy)
            pipeline.Warn($"Workstream '{workstream.Name}' is a legacy one, which today's admin center does not show.");

        var update = RecordWrite.Update((OcRecord)channel, values, IsOn(nameof(Force)) ? null : Channel.ETag);
        var planned = (IMessagingChannel)update.After!;
        var messages = WorkstreamChannels.PlanMessages(planned, texts);
        IReadOnlyList<RecordWrite> writes = values.Count == 0 ? messages : [update, .. messages];
        var isWritten = await records.CommitAllAsync(writes, consequence: null, cancellationToken)
            .ConfigureAwait(false);
        if (!IsOn(nameof(PassThru)))
            return;

        var channels = new WorkstreamChannels(records.Store);
        var shown = isWritten
            ? await channels.ShowAgainAsync(channel, cancellationToken).ConfigureAwait(false)
            : await channels.ShowAsync(planned, messages, cancellationToken).ConfigureAwait(false);
        await pipeline.WriteAsync(shown).ConfigureAwait(false);
    }
}
