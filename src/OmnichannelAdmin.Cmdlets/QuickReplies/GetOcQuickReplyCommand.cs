using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.QuickReplies;

/// <summary>Reads quick replies.</summary>
[Cmdlet(VerbsCommon.Get, "OcQuickReply")]
[OutputType(typeof(QuickReply))]
public sealed class GetOcQuickReplyCommand : OcConnectedCmdlet
{
    /// <summary>Quick replies, their GUIDs or titles; a title may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Title", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<QuickReply>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only replies in this locale, such as en-US.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LocaleCompleter))]
    public string? Locale { get; set; }

    /// <summary>
    /// Only replies that are offered in this workstream: those linked with it, and those linked with none.
    /// </summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var locale = Locale is null ? null : QuickReply.CheckedLocale(Locale);
        var workstream = Workstream is null
            ? null
            : await records.Store.FindAsync<Workstream>(Workstream, cancellationToken).ConfigureAwait(false);
        var query = new RecordQuery
        {
            Filter = locale is null ? null : QuickReply.OfLocale(locale),
            Where = record => ((QuickReply)record).IsOffered(locale, workstream?.Id),
        };
        await records.ReadAsync<QuickReply>(Identity, query, cancellationToken).ConfigureAwait(false);
    }
}
