using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.QuickReplies;

/// <summary>Makes a quick reply.</summary>
[Cmdlet(VerbsCommon.New, "OcQuickReply", SupportsShouldProcess = true)]
[OutputType(typeof(QuickReply))]
public sealed class NewOcQuickReplyCommand : OcConnectedCmdlet
{
    // Two replies at work at once would each make a tag that both have and that does not exist yet.
    private const string OneByOne = "";

    /// <summary>The reply's title, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Title")]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>Its text, 1 to 4,000 characters.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>The locale of the text; without it, en-US.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string? Locale { get; set; }

    /// <summary>The workstreams in which it is offered; none means all.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Workstreams")]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity[]? Workstream { get; set; }

    /// <summary>The tags by which it is found; a tag that does not exist yet is made.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    [RecordIdentityTransformation(EmptyMeansNothing = true)]
    [ArgumentCompleter(typeof(RecordNameCompleter<Tag>))]
    public RecordIdentity[]? Tag { get; set; }

    /// <summary>
    /// Answers with the reply of that title and locale when there is one, instead of making a second.
    /// </summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the reply as it would be. One that is made is always answered with.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object that the pipeline handed in, which errors name as their target.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)InputObject ?? Name;

    /// <inheritdoc/>
    protected override string? InputKey => Tag is null ? Name : OneByOne;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<QuickReply>(emptyMeansNotGiven: true);
        if (!values.Has(nameof(Locale)))
            values[nameof(Locale)] = QuickReply.DefaultLocale;

        values.Check(isNew: true);
        var links = new MessageLinks { Workstreams = Workstream, Tags = Tag };
        links.Check();
        var records = new RecordPipeline(pipeline, connection);
        if (IsOn(nameof(IfNotExists))
            && await records.AnswerExistingAsync(values, cancellationToken).ConfigureAwait(false))
            return;

        var create = RecordWrite.Create(values, Guid.NewGuid());
        var (planned, writes) = await links.PlanAsync(records.Store, (QuickReply)create.After!, cancellationToken)
            .ConfigureAwait(false);
        var answer = IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten;
        await records.CommitAllAsync([create, .. writes], planned, answer, cancellationToken).ConfigureAwait(false);
    }
}
