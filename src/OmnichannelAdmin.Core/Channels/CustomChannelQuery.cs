using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>Ways to ask for custom messaging channels.</summary>
public static class CustomChannelQuery
{
    /// <summary>Channels whose conversations go to a workstream.</summary>
    public static ODataFilter OfWorkstream(Guid workstreamId) =>
        ODataFilter.Equal(Column(nameof(CustomChannel.Workstream)).SelectName, workstreamId);

    /// <summary>Of the channels that a query finds, those whose webhook is on a host.</summary>
    /// <param name="query">The query.</param>
    /// <param name="host">The host; wildcards allowed.</param>
    public static RecordQuery OnHost(RecordQuery query, NamePattern host)
    {
        var hasWebhook = ODataFilter.Contains(Column(nameof(CustomChannel.WebhookUrl)).Column, host.LiteralPrefix);
        return query with
        {
            Filter = query.Filter is null ? hasWebhook : query.Filter.And(hasWebhook),
            Where = record => record is CustomChannel { WebhookUrl: { IsAbsoluteUri: true } address } && host.Matches(address.Host),
        };
    }

    private static ColumnAttribute Column(string property) => TableModel.Of<CustomChannel>().Column(property).Declaration;
}
