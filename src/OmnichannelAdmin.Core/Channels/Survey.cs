using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>A survey of Customer Voice that can follow a conversation.</summary>
[Table("msfp_survey", Set = "msfp_surveies", DisplayName = "survey")]
public sealed record Survey : OcRecord
{
    /// <summary>The survey's name, 1 to 450 characters.</summary>
    [Text("msfp_name", MaxLength = 450, Required = true)]
    public string Name { get; init; } = "";
}
