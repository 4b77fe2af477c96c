using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>
/// A custom messaging channel as webhook authentication sees it: with the column that binds the identity. The column is
/// newer than the table and environments may lack it, so nothing but webhook authentication reads it.
/// </summary>
[Table(
    "msdyn_occustommessagingchannel",
    Set = "msdyn_occustommessagingchannels",
    DisplayName = "custom messaging channel",
    OnlyFor = WebhookAuthentication.FeatureName)]
public sealed record SignedChannel : CustomChannel
{
    /// <summary>What the platform signs its posts to the webhook with, or null when it signs none.</summary>
    [Lookup("managedidentityid", typeof(ManagedIdentity), Navigation = "managedidentityid", EnvironmentSpecific = true)]
    public RecordReference? ManagedIdentity { get; init; }
}
