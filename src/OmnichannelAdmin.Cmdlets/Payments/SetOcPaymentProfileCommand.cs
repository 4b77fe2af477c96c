using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Cmdlets.Payments;

/// <summary>Changes a payment profile and its merchant, all or nothing. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcPaymentProfile", SupportsShouldProcess = true, DefaultParameterSetName = PropertySet)]
[OutputType(typeof(PaymentProfile))]
public sealed class SetOcPaymentProfileCommand : OcConnectedCmdlet
{
    private const string PropertySet = "Property";
    private const string FileSet = "File";
    private const string CertificateSet = "Certificate";

    /// <summary>The profile, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<PaymentProfile>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The merchant's name as customers see it, 1 to 100 characters.</summary>
    [Parameter]
    public string? MerchantName { get; set; }

    /// <summary>The merchant's id at Apple, 1 to 100 characters.</summary>
    [Parameter]
    public string? MerchantId { get; set; }

    /// <summary>The merchant's domain: HTTPS, at most 200 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? MerchantDomainUrl { get; set; }

    /// <summary>The payment gateway: HTTPS, at most 300 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? GatewayUrl { get; set; }

    /// <summary>The merchant's country, two letters of ISO 3166 such as DE. China is not supported.</summary>
    [Parameter]
    public string? CountryCode { get; set; }

    /// <summary>The networks that carry the payments.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [ChoiceTransformation(typeof(PaymentNetwork), Several = true)]
    public PaymentNetwork[]? Network { get; set; }

    /// <summary>How the merchant takes payments; ThreeDSecure must be among it.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(MerchantCapability), Several = true)]
    public MerchantCapability[]? Capability { get; set; }

    /// <summary>Where the customer goes when the device cannot pay: HTTPS, at most 100 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? FallbackUrl { get; set; }

    /// <summary>What is told of an order: HTTPS, at most 300 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? OrderTrackingUrl { get; set; }

    /// <summary>What is told when the customer changes the way to pay: HTTPS, at most 300 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? PaymentMethodUpdateUrl { get; set; }

    /// <summary>What is told when the customer changes the address: HTTPS, at most 300 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? ShippingContactUpdateUrl { get; set; }

    /// <summary>What is told when the customer changes the way of shipping: HTTPS, at most 300 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? ShippingMethodUpdateUrl { get; set; }

    /// <summary>
    /// The merchant's certificate with its private key: a PKCS #12 file (.p12, .pfx) of at most 6,000 bytes.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [FilePathTransformation]
    public string? CertificatePath { get; set; }

    /// <summary>The merchant's certificate itself; its private key must be exportable.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The password of the file, or the one to protect the certificate with; at most 100 characters.</summary>
    [Parameter]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Apple Pay rich messages that the profile gets in addition.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? AddRichMessage { get; set; }

    /// <summary>Rich messages that the profile loses. The messages themselves stay.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? RemoveRichMessage { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the profile as it is after the change; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<PaymentProfile>(emptyMeansNotGiven: false);
        PaymentProfile.Fill(values, isNew: false);
        values.Check(isNew: false);
        var merchantValues = GivenValues<ApplePayMerchant>(emptyMeansNotGiven: false);
        foreach (var warning in ApplePayMerchantRules.CheckChange(merchantValues))
            pipeline.Warn(warning);

        var certificate = await CertificateInput.ReadAsync(
            CertificatePath, Certificate, CertificatePassword, cancellationToken)
            .ConfigureAwait(false);
        certificate?.WriteTo(merchantValues);
        merchantValues.Check(isNew: false);
        if (merchantValues.Count == 0 && AddRichMessage is null && RemoveRichMessage is null)
            values.RequireAny();

        var records = new RecordPipeline(pipeline, connection);
        var parts = new PaymentProfileParts(records.Store, allAtOnce: false, cancellationToken);
        var profile = await records.Store.FindAsync<PaymentProfile>(Identity, cancellationToken).ConfigureAwait(false);
        profile = profile.Merchant is null
            ? await parts.CompleteAsync(profile, cancellationToken).ConfigureAwait(false)
            : profile;
        var added = await RichMessage.FindOfTypeAsync(
            records.Store, AddRichMessage ?? [], RichMessageType.ApplePay, cancellationToken)
            .ConfigureAwait(false);
        var removed = await records.Store.FindReferencesAsync<RichMessage>(RemoveRichMessage ?? [], cancellationToken)
            .ConfigureAwait(false);
        var change = new PaymentProfileChange(profile, values, merchantValues, added, removed);
        await records.CommitAllAsync(
            await parts.ChangeAsync(change, Identity.ETag, IsOn(nameof(Force)), cancellationToken)
                .ConfigureAwait(false),
            change.Planned,
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never,
            parts.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
