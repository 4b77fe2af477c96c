using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Payments;

/// <summary>The merchant of a payment profile: the second of its two rows.</summary>
[Table(
    "msdyn_ocapplepay",
    Set = "msdyn_ocapplepaies",
    DisplayName = "Apple Pay merchant",
    NameProperty = nameof(RowName),
    Section = "applePayMerchants")]
public sealed record ApplePayMerchant : OcRecord
{
    /// <summary>The row's name, 1 to 100 characters; this module gives it the profile's.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string RowName { get; init; } = "";

    /// <summary>The merchant's name as customers see it, 1 to 100 characters.</summary>
    [Text("msdyn_merchantdisplayname", MaxLength = 100, Required = true)]
    public string? MerchantName { get; init; }

    /// <summary>The merchant's id at Apple, 1 to 100 characters.</summary>
    [Text("msdyn_merchantid", MaxLength = 100, Required = true)]
    public string? MerchantId { get; init; }

    /// <summary>The merchant's domain, HTTPS, at most 200 characters.</summary>
    [Text("msdyn_ocmerchantdomainurl", MaxLength = 200, Required = true, Format = TextFormat.HttpsUrl)]
    public Uri? MerchantDomainUrl { get; init; }

    /// <summary>The payment gateway, HTTPS, at most 300 characters.</summary>
    [Text("msdyn_paymentgatewayurl", MaxLength = 300, Required = true, Format = TextFormat.HttpsUrl)]
    public Uri? GatewayUrl { get; init; }

    /// <summary>The merchant's country, two letters of ISO 3166.</summary>
    [Text("msdyn_countrycode", MaxLength = 100, Required = true)]
    public string? CountryCode { get; init; }

    /// <summary>How the merchant takes payments.</summary>
    [Choices("msdyn_merchantcapabilities", Required = true)]
    public ChoiceSet<MerchantCapability>? Capability { get; init; }

    /// <summary>The networks that carry the payments.</summary>
    [Choices("msdyn_supportednetworks", Required = true)]
    public ChoiceSet<PaymentNetwork>? Network { get; init; }

    /// <summary>Where the customer goes when the device cannot pay, HTTPS, at most 100 characters.</summary>
    [Text("msdyn_fallbackurl", MaxLength = 100, Format = TextFormat.HttpsUrl)]
    public Uri? FallbackUrl { get; init; }

    /// <summary>What is told of an order, HTTPS, at most 300 characters.</summary>
    [Text("msdyn_ordertrackingurl", MaxLength = 300, Format = TextFormat.HttpsUrl)]
    public Uri? OrderTrackingUrl { get; init; }

    /// <summary>What is told when the customer changes the way to pay, HTTPS, at most 300 characters.</summary>
    [Text("msdyn_paymentmethodupdateurl", MaxLength = 300, Format = TextFormat.HttpsUrl)]
    public Uri? PaymentMethodUpdateUrl { get; init; }

    /// <summary>What is told when the customer changes the address, HTTPS, at most 300 characters.</summary>
    [Text("msdyn_shippingcontactupdateurl", MaxLength = 300, Format = TextFormat.HttpsUrl)]
    public Uri? ShippingContactUpdateUrl { get; init; }

    /// <summary>What is told when the customer changes the way of shipping, HTTPS, at most 300 characters.</summary>
    [Text("msdyn_shippingmethodupdateurl", MaxLength = 300, Format = TextFormat.HttpsUrl)]
    public Uri? ShippingMethodUpdateUrl { get; init; }

    /// <summary>The name of the certificate's file, at most 100 characters.</summary>
    [Text("msdyn_ocmerchantcertfilename", MaxLength = 100)]
    public string? CertificateFileName { get; init; }

    /// <summary>Whether there is a certificate; the first 4,000 characters of it. The column is secured.</summary>
    [Secret("msdyn_ocbase64merchantcertstring", MaxLength = MerchantCertificate.ColumnLength)]
    public SecretState CertificateStart { get; init; }

    /// <summary>Whether the certificate goes on in a second column. The column is secured.</summary>
    [Secret("msdyn_ocbase64merchantcertstringcontd", MaxLength = MerchantCertificate.ColumnLength)]
    public SecretState CertificateRest { get; init; }

    /// <summary>
    /// Whether there is a password of the certificate, at most 100 characters. The column is secured.
    /// </summary>
    [Secret("msdyn_ocmerchantcertificatepassword", MaxLength = 100)]
    public SecretState CertificatePassword { get; init; }

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related) => ApplePayMerchantRules.CheckRecord(this);

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related) => ApplePayMerchantRules.Fill(values);
}
