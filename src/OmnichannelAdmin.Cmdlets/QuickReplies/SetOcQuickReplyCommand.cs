using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.QuickReplies;

/// <summary>Changes a quick reply. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcQuickReply", SupportsShouldProcess = true)]
[OutputType(typeof(QuickReply))]
public sealed class SetOcQuickReplyCommand : OcConnectedCmdlet
{
    // Two replies at work at once would each make a tag that both have and that does not exist yet.
    private const string OneByOne = "";

    /// <summary>The quick reply, its GUID, or its title.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<QuickReply>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new title, 1 to 100 characters.</summary>
    [Parameter]
    [Alias("Title")]
    public string? Name { get; set; }

    /// <summary>The new text, 1 to 4,000 characters.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>The locale of the text, such as en-US.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string? Locale { get; set; }

    /// <summary>
    /// The workstreams in which it is offered; none means all. They replace those that are there; $null takes all away.
    /// </summary>
    [Parameter]
    [AllowNull]
    [Alias("Workstreams")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity[]? Workstream { get; set; }

    /// <summary>
    /// The tags by which it is found; a tag that does not exist yet is made. They replace those that are there; $null
    /// takes all away.
    /// </summary>
    [Parameter]
    [AllowNull]
    [Alias("Tags")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Tag>))]
    public RecordIdentity[]? Tag { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the quick reply as it is after the change; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Tag is null ? Identity.Key : OneByOne;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<QuickReply>(emptyMeansNotGiven: false);
        var links = new MessageLinks
        {
            Workstreams = Given.Contains(nameof(Workstream)) ? Workstream ?? [] : null,
            Tags = Given.Contains(nameof(Tag)) ? Tag ?? [] : null,
        };
        if (!links.Any)
            values.RequireAny();

        values.Check(isNew: false);
        links.Check();
        var records = new RecordPipeline(pipeline, connection);
        var reply = await records.Store.FindAsync<QuickReply>(Identity, cancellationToken).ConfigureAwait(false);
        var etag = IsOn(nameof(Force)) ? null : Identity.ETag;
        IReadOnlyList<RecordWrite> update = values.Count > 0 ? [RecordWrite.Update(reply, values, etag)] : [];
        var changed = update is [var only] ? (QuickReply)only.After! : reply;
        var (planned, writes) = await links.PlanAsync(records.Store, changed, cancellationToken).ConfigureAwait(false);
        var answer = IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never;
        await records.CommitAllAsync([.. update, .. writes], planned, answer, cancellationToken).ConfigureAwait(false);
    }
}
