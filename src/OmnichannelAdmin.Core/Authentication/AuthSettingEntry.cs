using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Authentication;

/// <summary>
/// A further setting of an authentication setting: a key and its value. Which keys the platform knows is not
/// documented.
/// </summary>
[Table(
    "msdyn_authsettingsentry",
    Set = "msdyn_authsettingsentries",
    DisplayName = "authentication setting entry",
    KeyProperties = [nameof(AuthSetting), nameof(Key)],
    Section = "authSettingEntries")]
public sealed record AuthSettingEntry : OcRecord
{
    /// <summary>The row's name, 1 to 100 characters; this module gives it the key.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The setting that it belongs to.</summary>
    [Lookup("msdyn_authsettingsentid", typeof(AuthSetting), Navigation = "msdyn_authsettingsentid")]
    public RecordReference? AuthSetting { get; init; }

    /// <summary>The key, 1 to 100 characters.</summary>
    [Text("msdyn_key", MaxLength = 100, Required = true)]
    public string? Key { get; init; }

    /// <summary>The value, at most 100 characters.</summary>
    [Text("msdyn_value", MaxLength = 100)]
    public string? Value { get; init; }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related)
    {
        if (!values.Has(nameof(Name)))
            values[nameof(Name)] = Key;
    }
}
