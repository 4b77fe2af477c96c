using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Channels;

/// <summary>What a test of a custom messaging channel found.</summary>
public sealed record CustomChannelReport : CheckReport
{
    /// <summary>The channel's name.</summary>
    public required string Name { get; init; }

    /// <summary>The channel's GUID.</summary>
    public required Guid Id { get; init; }
}
