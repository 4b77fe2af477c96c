using System.Management.Automation;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.AutomatedMessages;

/// <summary>Makes an automated message for one channel.</summary>
[Cmdlet(VerbsCommon.New, "OcAutomatedMessage", SupportsShouldProcess = true)]
[OutputType(typeof(AutomatedMessage))]
public sealed class NewOcAutomatedMessageCommand : OcConnectedCmdlet
{
    /// <summary>The channel that it is for: the channel, its GUID or its name.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipeline = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(ChannelNameCompleter))]
    public RecordIdentity Channel { get; set; } = null!;

    /// <summary>What it is sent upon.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ChoiceTransformation(typeof(AutomatedMessageTrigger))]
    public AutomatedMessageTrigger? Trigger { get; set; }

    /// <summary>Its text, 1 to 2,000 characters.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>Who gets it: Customer (the default) or Agent.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(MessageRecipient))]
    public MessageRecipient? Recipient { get; set; }

    /// <summary>The language of the text: the language, its GUID, name or locale; without it, the channel's.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>
    /// The text in other languages, 1 to 1,000 characters each, by name or locale of the language: @{ 'de-DE' = 'Guten
    /// Tag' }.
    /// </summary>
    [Parameter]
    [TextMapTransformation]
    public TextMap? Translation { get; set; }

    /// <summary>The name of the message, at most 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What it is for, at most 2,000 characters.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>
    /// Answers with the message of that channel, trigger and recipient when there is one, instead of making a second.
    /// </summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the message as it would be. One that is made is always answered with.
    /// </summary>
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
        var texts = Translation?.Texts ?? new Dictionary<string, string>();
        var values = GivenValues<AutomatedMessage>(emptyMeansNotGiven: true);
        AutomatedMessage.CheckGiven(values);
        MessageTranslations.Check(texts, isNew: true);
        var records = new RecordPipeline(pipeline, connection);
        AutomatedMessage.Assign(
            values, await new ChannelFinder(records.Store).FindAsync(Channel, cancellationToken).ConfigureAwait(false));
        values.Check(isNew: true);
        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        var translations = new MessageTranslations(records.Store, allAtOnce: false, cancellationToken);
        if (IsOn(nameof(IfNotExists)) && await records.AnswerExistingAsync<AutomatedMessage>(
            values, translations.CompleteAsync, cancellationToken).ConfigureAwait(false))
            return;

        var create = RecordWrite.Create(values, Guid.NewGuid());
        var planned = (AutomatedMessage)create.After!;
        var added = await translations.PlanAsync(planned, texts, isNew: true, cancellationToken).ConfigureAwait(false);
        await records.CommitAllAsync(
            [create, .. added],
            planned with { Translations = texts },
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten,
            translations.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
