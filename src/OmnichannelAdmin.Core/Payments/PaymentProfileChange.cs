using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Payments;

/// <summary>A change of a payment profile and of what belongs to it.</summary>
/// <param name="Profile">The profile as it is, with its merchant.</param>
/// <param name="Values">Checked values of its own row.</param>
/// <param name="Merchant">Checked values of the merchant's row.</param>
/// <param name="Added">The rich messages that it gets.</param>
/// <param name="Removed">The rich messages that it loses.</param>
public sealed record PaymentProfileChange(
    PaymentProfile Profile,
    RecordValues Values,
    RecordValues Merchant,
    IReadOnlyList<RecordReference> Added,
    IReadOnlyList<RecordReference> Removed)
{
    /// <summary>The profile as it would be.</summary>
    public PaymentProfile Planned => (PaymentProfile)RecordWrite.Update(Profile, Values, etag: null).After! with
    {
        Merchant = Profile.Merchant is null
            ? null
            : (ApplePayMerchant)RecordWrite.Update(Profile.Merchant, Merchant, etag: null).After!,
        RichMessages = [.. Profile.RichMessages.Union(Added).Except(Removed)],
    };
}
