using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>Which rows to read.</summary>
public sealed record RecordQuery
{
    /// <summary>Only rows whose name matches.</summary>
    public NamePattern? Name { get; init; }

    /// <summary>Only rows that the server finds by this filter.</summary>
    public ODataFilter? Filter { get; init; }

    /// <summary>Only rows that pass here, where the server's filter is wider than what was asked for.</summary>
    public Func<OcRecord, bool>? Where { get; init; }
}
