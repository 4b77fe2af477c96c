using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.RichMessages;

/// <summary>The row that gives a rich message to an authentication setting or to a payment profile.</summary>
[Table(
    "msdyn_ocrichobjectmap",
    Set = "msdyn_ocrichobjectmaps",
    DisplayName = "rich message map",
    KeyProperties = [nameof(RichMessage), nameof(AuthSetting), nameof(PaymentProfile)],
    Section = "richMessageMaps")]
public sealed record RichMessageMap : OcRecord
{
    /// <summary>The row's name, 1 to 100 characters; this module gives it the message's.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The rich message.</summary>
    [Lookup("msdyn_ocmappedrichobjid", typeof(RichMessage), Navigation = "msdyn_ocmappedrichobjid")]
    public RecordReference? RichMessage { get; init; }

    /// <summary>The authentication setting that has it.</summary>
    [Lookup("msdyn_authsettingsmapid", typeof(AuthSetting), Navigation = "msdyn_authsettingsmapid")]
    public RecordReference? AuthSetting { get; init; }

    /// <summary>The payment profile that has it.</summary>
    [Lookup("msdyn_ocpaymentprofileid", typeof(PaymentProfile), Navigation = "msdyn_ocpaymentprofileid")]
    public RecordReference? PaymentProfile { get; init; }

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related)
    {
        if (AuthSetting is null == PaymentProfile is null)
        {
            throw new OcValidationException(
                nameof(AuthSetting),
                "OwnerNotOne",
                "A rich message map belongs to either an AuthSetting or a PaymentProfile; give one of the two.");
        }

        if (related.Find<AuthSetting>(AuthSetting) is { } setting)
            AuthSettingMessages.CheckTakesMessages(setting);

        related.Find<RichMessage>(RichMessage)?.CheckIsOfType(
            AuthSetting is null ? RichMessageType.ApplePay : RichMessageType.Authentication);
    }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related)
    {
        if (!values.Has(nameof(Name)))
            values[nameof(Name)] = related.Find<RichMessage>(RichMessage)?.Name;
    }
}
