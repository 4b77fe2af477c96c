using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>A live chat widget, as far as it uses what other channels use too.</summary>
[Table("msdyn_livechatconfig", Set = "msdyn_livechatconfigs", DisplayName = "chat widget")]
public sealed record ChatWidget : OcRecord
{
    /// <summary>The widget's name.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>How its customers authenticate.</summary>
    [Lookup("msdyn_authsettingsid", typeof(AuthSetting), Navigation = "msdyn_AuthsettingsId")]
    public RecordReference? AuthSetting { get; init; }
}
