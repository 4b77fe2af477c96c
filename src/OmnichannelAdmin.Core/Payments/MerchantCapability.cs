namespace OmnichannelAdmin.Payments;

/// <summary>How a merchant takes payments (column <c>msdyn_merchantcapabilities</c>).</summary>
public enum MerchantCapability
{
    /// <summary>Debit cards.</summary>
    Debit = 192350000,

    /// <summary>Credit cards.</summary>
    Credit = 192350001,

    /// <summary>3-D Secure, without which no profile can be.</summary>
    ThreeDSecure = 192350002,
}
