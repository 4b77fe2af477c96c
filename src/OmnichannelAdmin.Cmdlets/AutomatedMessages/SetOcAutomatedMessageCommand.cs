using System.Management.Automation;
using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.AutomatedMessages;

/// <summary>Changes an automated message. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcAutomatedMessage", SupportsShouldProcess = true)]
[OutputType(typeof(AutomatedMessage))]
public sealed class SetOcAutomatedMessageCommand : OcConnectedCmdlet
{
    /// <summary>The message, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AutomatedMessage>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>What it is sent upon.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(AutomatedMessageTrigger))]
    public AutomatedMessageTrigger? Trigger { get; set; }

    /// <summary>Its new text, 1 to 2,000 characters.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>Who gets it: Customer or Agent.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(MessageRecipient))]
    public MessageRecipient? Recipient { get; set; }

    /// <summary>The language of the text: the language, its GUID, name or locale.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>
    /// The text in other languages, 1 to 1,000 characters each, by name or locale of the language: @{ 'de-DE' = 'Guten
    /// Tag' }. Languages that are not named keep their text; an empty text removes one.
    /// </summary>
    [Parameter]
    [TextMapTransformation]
    public TextMap? Translation { get; set; }

    /// <summary>The new name of the message, at most 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>What it is for, at most 2,000 characters.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the message as it is after the change; with -WhatIf, as it would be.</summary>
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
        var texts = Translation?.Texts ?? new Dictionary<string, string>();
        var values = GivenValues<AutomatedMessage>(emptyMeansNotGiven: false);
        if (texts.Count == 0)
            values.RequireAny();

        values.Check(isNew: false);
        MessageTranslations.Check(texts, isNew: false);
        var records = new RecordPipeline(pipeline, connection);
        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        var message = await records.Store.FindAsync<AutomatedMessage>(Identity, cancellationToken)
            .ConfigureAwait(false);
        var translations = new MessageTranslations(records.Store, allAtOnce: false, cancellationToken);
        var writes = await translations.PlanAsync(message, texts, isNew: false, cancellationToken)
            .ConfigureAwait(false);
        var update = RecordWrite.Update(message, values, IsOn(nameof(Force)) ? null : Identity.ETag);
        await records.CommitAllAsync(
            values.Count == 0 ? writes : [update, .. writes],
            (AutomatedMessage)update.After! with
            {
                Translations = MessageTranslations.Merge(message.Translations, texts),
            },
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never,
            translations.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
