using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Cmdlets.Payments;

/// <summary>
/// Makes a payment profile: its own row, the merchant's, and those of its rich messages, all or nothing.
/// </summary>
[Cmdlet(VerbsCommon.New, "OcPaymentProfile", SupportsShouldProcess = true, DefaultParameterSetName = FileSet)]
[OutputType(typeof(PaymentProfile))]
public sealed class NewOcPaymentProfileCommand : OcConnectedCmdlet
{
    private const string FileSet = "File";
    private const string CertificateSet = "Certificate";

    /// <summary>The profile's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The merchant's name as customers see it, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? MerchantName { get; set; }

    /// <summary>The merchant's id at Apple, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? MerchantId { get; set; }

    /// <summary>The merchant's domain: HTTPS, at most 200 characters.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? MerchantDomainUrl { get; set; }

    /// <summary>The payment gateway: HTTPS, at most 300 characters.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? GatewayUrl { get; set; }

    /// <summary>The merchant's country, two letters of ISO 3166 such as DE. China is not supported.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? CountryCode { get; set; }

    /// <summary>The networks that carry the payments.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [ChoiceTransformation(typeof(PaymentNetwork), Several = true)]
    public PaymentNetwork[]? Network { get; set; }

    /// <summary>How the merchant takes payments; ThreeDSecure must be among it; only that unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(MerchantCapability), Several = true)]
    public MerchantCapability[]? Capability { get; set; }

    /// <summary>Where the customer goes when the device cannot pay: HTTPS, at most 100 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UriTransformation]
    public Uri? FallbackUrl { get; set; }

    /// <summary>What is told of an order: HTTPS, at most 300 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UriTransformation]
    public Uri? OrderTrackingUrl { get; set; }

    /// <summary>What is told when the customer changes the way to pay: HTTPS, at most 300 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UriTransformation]
    public Uri? PaymentMethodUpdateUrl { get; set; }

    /// <summary>What is told when the customer changes the address: HTTPS, at most 300 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UriTransformation]
    public Uri? ShippingContactUpdateUrl { get; set; }

    /// <summary>What is told when the customer changes the way of shipping: HTTPS, at most 300 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [UriTransformation]
    public Uri? ShippingMethodUpdateUrl { get; set; }

    /// <summary>
    /// The merchant's certificate with its private key: a PKCS #12 file (.p12, .pfx) of at most 6,000 bytes.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet, ValueFromPipelineByPropertyName = true)]
    [FilePathTransformation]
    public string? CertificatePath { get; set; }

    /// <summary>The merchant's certificate itself; its private key must be exportable.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CertificateSet)]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The password of the file, or the one to protect the certificate with; at most 100 characters.</summary>
    [Parameter(Mandatory = true)]
    [AllowNull]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Apple Pay rich messages by which representatives ask for payments.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? RichMessage { get; set; }

    /// <summary>Answers with the profile of that name when there is one, instead of making a second.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the profile as it would be. One that is made is always answered with.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object that the pipeline handed in, which errors name as their target.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)InputObject ?? Name;

    /// <inheritdoc/>
    protected override string? InputKey => Name;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var profile = GivenValues<PaymentProfile>(emptyMeansNotGiven: true);
        PaymentProfile.Fill(profile, isNew: true);
        profile.Check(isNew: true);
        var merchant = GivenValues<ApplePayMerchant>(emptyMeansNotGiven: true);
        merchant[nameof(ApplePayMerchant.RowName)] = Name;
        foreach (var warning in ApplePayMerchantRules.CheckNew(merchant))
            pipeline.Warn(warning);

        var certificate = await CertificateInput.ReadAsync(
            CertificatePath, Certificate, CertificatePassword, cancellationToken)
            .ConfigureAwait(false);
        (certificate ?? throw CertificateInput.Missing()).WriteTo(merchant);
        merchant.Check(isNew: true);
        var records = new RecordPipeline(pipeline, connection);
        var parts = new PaymentProfileParts(records.Store, allAtOnce: false, cancellationToken);
        if (IsOn(nameof(IfNotExists)) && await records.AnswerExistingAsync<PaymentProfile>(
            profile, parts.CompleteAsync, cancellationToken).ConfigureAwait(false))
            return;

        var messages = await OmnichannelAdmin.RichMessages.RichMessage
            .FindOfTypeAsync(
                records.Store, RichMessage ?? [], RichMessageType.ApplePay, cancellationToken).ConfigureAwait(false);
        AppleDeprecation.WarnOnce(pipeline, connection);
        await records.CommitAllAsync(
            parts.Create(profile, merchant, messages, out var planned),
            planned,
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten,
            parts.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
