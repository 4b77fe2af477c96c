using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Payments;

/// <summary>How customers of a channel pay: a row for the profile, and one for the merchant.</summary>
[Table(
    "msdyn_ocpaymentprofile",
    Set = "msdyn_ocpaymentprofiles",
    DisplayName = "payment profile",
    Section = "paymentProfiles")]
public sealed record PaymentProfile : OcRecord
{
    /// <summary>The profile's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>
    /// The name in the second of two name columns. Which one the admin center shows is not documented; both get the
    /// name.
    /// </summary>
    [Text("msdyn_ocpaymentprofilename", MaxLength = 200)]
    public string? ProfileName { get; init; }

    /// <summary>The kind of channel it is for.</summary>
    [Choice("msdyn_occhanneltype")]
    public PaymentChannelType? ChannelType { get; init; }

    /// <summary>The merchant's row.</summary>
    [Lookup("msdyn_ocapplepayid", typeof(ApplePayMerchant), Navigation = "msdyn_ocapplepayid")]
    public RecordReference? ApplePay { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>The merchant, or null when the profile has lost its second row.</summary>
    public ApplePayMerchant? Merchant { get; init; }

    /// <summary>
    /// The rich messages by which representatives ask for payments. They are rows of a table in between.
    /// </summary>
    public IReadOnlyList<RecordReference> RichMessages { get; init; } = [];

    /// <inheritdoc cref="ApplePayMerchant.MerchantName"/>
    public string? MerchantName => Merchant?.MerchantName;

    /// <inheritdoc cref="ApplePayMerchant.MerchantId"/>
    public string? MerchantId => Merchant?.MerchantId;

    /// <inheritdoc cref="ApplePayMerchant.MerchantDomainUrl"/>
    public Uri? MerchantDomainUrl => Merchant?.MerchantDomainUrl;

    /// <inheritdoc cref="ApplePayMerchant.GatewayUrl"/>
    public Uri? GatewayUrl => Merchant?.GatewayUrl;

    /// <inheritdoc cref="ApplePayMerchant.CountryCode"/>
    public string? CountryCode => Merchant?.CountryCode;

    /// <inheritdoc cref="ApplePayMerchant.Capability"/>
    public ChoiceSet<MerchantCapability>? Capability => Merchant?.Capability;

    /// <inheritdoc cref="ApplePayMerchant.Network"/>
    public ChoiceSet<PaymentNetwork>? Network => Merchant?.Network;

    /// <inheritdoc cref="ApplePayMerchant.FallbackUrl"/>
    public Uri? FallbackUrl => Merchant?.FallbackUrl;

    /// <inheritdoc cref="ApplePayMerchant.OrderTrackingUrl"/>
    public Uri? OrderTrackingUrl => Merchant?.OrderTrackingUrl;

    /// <inheritdoc cref="ApplePayMerchant.PaymentMethodUpdateUrl"/>
    public Uri? PaymentMethodUpdateUrl => Merchant?.PaymentMethodUpdateUrl;

    /// <inheritdoc cref="ApplePayMerchant.ShippingContactUpdateUrl"/>
    public Uri? ShippingContactUpdateUrl => Merchant?.ShippingContactUpdateUrl;

    /// <inheritdoc cref="ApplePayMerchant.ShippingMethodUpdateUrl"/>
    public Uri? ShippingMethodUpdateUrl => Merchant?.ShippingMethodUpdateUrl;

    /// <inheritdoc cref="ApplePayMerchant.CertificateFileName"/>
    public string? CertificateFileName => Merchant?.CertificateFileName;

    /// <summary>Whether there is a merchant certificate; its value is never read.</summary>
    public SecretState? Certificate => Merchant?.CertificateStart;

    /// <summary>Whether there is a password of the certificate; its value is never read.</summary>
    public SecretState? CertificatePassword => Merchant?.CertificatePassword;

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related)
    {
        if (ApplePay is null)
            throw PaymentProfileParts.WithoutMerchant(Name);
    }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related)
    {
        if (!values.Has(nameof(ProfileName)))
            values[nameof(ProfileName)] = Name;
        if (!values.Has(nameof(ChannelType)))
            values[nameof(ChannelType)] = PaymentChannelType.AppleMessagesForBusiness;
    }

    /// <summary>Gives both name columns the name, and a new profile its kind of channel.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="isNew">Whether it makes a new profile.</param>
    public static void Fill(RecordValues values, bool isNew)
    {
        if (values.Has(nameof(Name)))
            values[nameof(ProfileName)] = values[nameof(Name)];
        if (isNew)
            values[nameof(ChannelType)] = PaymentChannelType.AppleMessagesForBusiness;
    }
}
