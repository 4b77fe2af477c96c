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
        var column = Column(nameof(CustomChannel.WebhookUrl)).Column;
        var hasWebhook = host.LiteralPrefix.Length == 0
            ? ODataFilter.IsNotNull(column)
            : ODataFilter.Contains(column, host.LiteralPrefix);
        return query with
        {
            Filter = query.Filter is null ? hasWebhook : ODataFilter.And(query.Filter, hasWebhook),
            Where = record =>
                record is CustomChannel { WebhookUrl: { IsAbsoluteUri: true } address } && host.Matches(address.Host),
        };
    }

    private static ColumnAttribute Column(string property) =>
        TableModel.Of<CustomChannel>().Column(property).Declaration;
}
