using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.RichMessages;

/// <summary>Changes a rich message. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcRichMessage", SupportsShouldProcess = true, DefaultParameterSetName = ContentSet)]
[OutputType(typeof(RichMessage))]
public sealed class SetOcRichMessageCommand : OcConnectedCmdlet
{
    private const string ContentSet = "Content";
    private const string PathSet = "Path";
    private const string JsonSet = "Json";

    /// <summary>The message, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>
    /// The content of an Apple Pay, Authentication or Custom JSON message: a hashtable, an object, or JSON.
    /// </summary>
    [Parameter(ParameterSetName = ContentSet)]
    [JsonTextTransformation]
    public string? Content { get; set; }

    /// <summary>The file that holds the content; comments are accepted in it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [Alias("FullName", "PSPath")]
    [FilePathTransformation]
    public string? Path { get; set; }

    /// <summary>The document as it is stored, for types whose content is not documented. It is sent as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JsonSet)]
    [JsonTextTransformation]
    public string? Json { get; set; }

    /// <summary>The locale of the message's texts, such as de-DE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string? Locale { get; set; }

    /// <summary>Whether representatives may change the message before they send it.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? AllowAgentToEdit { get; set; }

    /// <summary>The tags by which the message is found, in place of those it has; $null takes all away.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Tag>))]
    public RecordIdentity[]? Tag { get; set; }

    /// <summary>
    /// The workstreams in which the message is offered, in place of those it has; $null offers it in all.
    /// </summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity[]? Workstream { get; set; }

    /// <summary>Publishes the message; refused while something required is missing.</summary>
    [Parameter]
    public SwitchParameter Publish { get; set; }

    /// <summary>Takes the message back into a draft.</summary>
    [Parameter]
    public SwitchParameter Draft { get; set; }

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
        var content = await ContentInput.ReadAsync(Content, Path, cancellationToken).ConfigureAwait(false);
        var values = Values();
        var links = new MessageLinks
        {
            Workstreams = Given.Contains(nameof(Workstream)) ? Workstream ?? [] : null,
            Tags = Given.Contains(nameof(Tag)) ? Tag ?? [] : null,
        };
        if (content is null && !links.Any)
            values.RequireAny();

        links.Check();
        var records = new RecordPipeline(pipeline, connection);
        var message = await records.Store.FindAsync<RichMessage>(Identity, cancellationToken).ConfigureAwait(false);
        Check(pipeline, values, message, content);
        var etag = IsOn(nameof(Force)) ? null : Identity.ETag;
        IReadOnlyList<RecordWrite> update = values.Count > 0 ? [RecordWrite.Update(message, values, etag)] : [];
        var changed = update is [var only] ? (RichMessage)only.After! : message;
        var (planned, writes) = await links.PlanAsync(records.Store, changed, cancellationToken).ConfigureAwait(false);
        var answer = IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never;
        await records.CommitAllAsync([.. update, .. writes], planned, answer, cancellationToken).ConfigureAwait(false);
    }

    private RecordValues Values()
    {
        var values = GivenValues<RichMessage>(emptyMeansNotGiven: false);
        if (IsOn(nameof(Publish)) && IsOn(nameof(Draft)))
            throw new OcValidationException(
                nameof(Draft), "PublishAndDraft", "Publish and Draft exclude each other; give one.");
        if (IsOn(nameof(Publish)) || IsOn(nameof(Draft)))
            values[nameof(RichMessage.State)] = IsOn(nameof(Publish)) ? RecordState.Active : RecordState.Inactive;

        return values;
    }

    private static void Check(IOcPipeline pipeline, RecordValues values, RichMessage message, string? content)
    {
        var staysDraft = (values[nameof(RichMessage.State)] ?? message.State) is RecordState.Inactive;
        if (content is not null)
        {
            foreach (var warning in RichMessageRules.SetContent(values, message, content, allowGaps: staysDraft))
                pipeline.Warn(warning);
        }

        RichMessageRules.Check(values, message);
        if (values[nameof(RichMessage.State)] is RecordState.Active || (values.Has(nameof(Json)) && !staysDraft))
            RichMessageRules.CheckPublishable(
                message.Type, values.Has(nameof(Json)) ? values[nameof(Json)] as string : message.Json);
    }
}
