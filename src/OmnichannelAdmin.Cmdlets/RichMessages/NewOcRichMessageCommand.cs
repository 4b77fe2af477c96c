using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.RichMessages;

/// <summary>Makes a rich message.</summary>
[Cmdlet(VerbsCommon.New, "OcRichMessage", SupportsShouldProcess = true, DefaultParameterSetName = ContentSet)]
[OutputType(typeof(RichMessage))]
public sealed class NewOcRichMessageCommand : OcConnectedCmdlet
{
    private const string ContentSet = "Content";
    private const string PathSet = "Path";
    private const string JsonSet = "Json";
    private const string CloneSet = "Clone";

    /// <summary>The message's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>What the message shows.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ContentSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = JsonSet, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [ChoiceTransformation(typeof(RichMessageType))]
    public RichMessageType? Type { get; set; }

    /// <summary>
    /// The content of an Apple Pay, Authentication or Custom JSON message: a hashtable, an object, or JSON.
    /// </summary>
    [Parameter(ParameterSetName = ContentSet, ValueFromPipelineByPropertyName = true)]
    [JsonTextTransformation]
    public string? Content { get; set; }

    /// <summary>The file that holds the content; comments are accepted in it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [FilePathTransformation]
    public string? Path { get; set; }

    /// <summary>The document as it is stored, for types whose content is not documented. It is sent as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JsonSet, ValueFromPipelineByPropertyName = true)]
    [JsonTextTransformation]
    public string? Json { get; set; }

    /// <summary>
    /// The message to copy: the message, its GUID or its name. What else is given takes the place of the copy's.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = CloneSet)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity? CloneFrom { get; set; }

    /// <summary>The kind of channel that the message is for; Apple Messages for Business unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(StreamSource))]
    public StreamSource? Channel { get; set; }

    /// <summary>The locale of the message's texts, such as de-DE; en-US unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string? Locale { get; set; }

    /// <summary>Whether representatives may change the message before they send it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? AllowAgentToEdit { get; set; }

    /// <summary>Tags by which the message is found; those that do not exist are made.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Tag>))]
    public RecordIdentity[]? Tag { get; set; }

    /// <summary>The workstreams in which the message is offered; without it, all of its kind of channel.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity[]? Workstream { get; set; }

    /// <summary>Saves the message without publishing it; something required may then be missing.</summary>
    [Parameter]
    public SwitchParameter Draft { get; set; }

    /// <summary>
    /// Answers with the message of that name and locale when there is one, instead of making a second.
    /// </summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the message as it would be. One that is made is always answered with.
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
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var source = CloneFrom is null
            ? null
            : await records.Store.FindAsync<RichMessage>(CloneFrom, cancellationToken).ConfigureAwait(false);
        var values = await CheckedValuesAsync(pipeline, source, cancellationToken).ConfigureAwait(false);
        var links = Links(source);
        links.Check();
        if (IsOn(nameof(IfNotExists))
            && await records.AnswerExistingAsync(values, cancellationToken).ConfigureAwait(false))
            return;
        if (values[nameof(Channel)] is StreamSource.AppleMessagesForBusiness)
            AppleDeprecation.WarnOnce(pipeline, connection);

        var create = RecordWrite.Create(values, Guid.NewGuid());
        var (planned, writes) = await links.PlanAsync(records.Store, (RichMessage)create.After!, cancellationToken)
            .ConfigureAwait(false);
        await records.CommitAllAsync(
            [create, .. writes, .. WithdrawalOf(planned)],
            planned with { State = IsOn(nameof(Draft)) ? RecordState.Inactive : RecordState.Active },
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten,
            cancellationToken).ConfigureAwait(false);
    }

    private MessageLinks Links(RichMessage? source) => new()
    {
        Workstreams = Workstream ?? source?.Workstreams.Select(OfReference).ToArray(),
        Tags = Tag ?? source?.Tags.Select(OfReference).ToArray(),
    };

    private static RecordIdentity OfReference(RecordReference reference) => RecordIdentity.Of(reference.Id);

    // Dataverse makes every row active; a draft is withdrawn right after, in the same change set.
    private IEnumerable<RecordWrite> WithdrawalOf(RichMessage message)
    {
        if (!IsOn(nameof(Draft)))
            yield break;

        var values = new RecordValues(
            TableModel.Of<RichMessage>()) { [nameof(RichMessage.State)] = RecordState.Inactive };
        yield return RecordWrite.Update(message, values, etag: null);
    }

    private async Task<RecordValues> CheckedValuesAsync(
        IOcPipeline pipeline, RichMessage? source, CancellationToken cancellationToken)
    {
        var values = GivenValues<RichMessage>(emptyMeansNotGiven: true);
        RichMessageRules.Fill(values, source);
        if (await ContentInput.ReadAsync(Content, Path, cancellationToken).ConfigureAwait(false) is { } content)
        {
            foreach (var warning in RichMessageRules.SetContent(values, existing: null, content, IsOn(nameof(Draft))))
                pipeline.Warn(warning);
        }

        RichMessageRules.Check(values, existing: null);
        if (!IsOn(nameof(Draft)))
            RichMessageRules.CheckPublishable(values[nameof(Type)] as RichMessageType?, values[nameof(Json)] as string);

        return values;
    }
}
