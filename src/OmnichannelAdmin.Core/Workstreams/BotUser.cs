using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>The user under whose name a bot works.</summary>
[Table("systemuser", Set = "systemusers", DisplayName = "bot user")]
public sealed record BotUser : OcRecord
{
    /// <summary>The user's full name.</summary>
    [Text("fullname", MaxLength = 200, ReadOnly = true)]
    public string? Name { get; init; }
}
