using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Payments;
using OmnichannelAdmin.Payments;

namespace OmnichannelAdmin.Cmdlets.Tests.Payments;

/// <summary>Payment profiles that the tests work with.</summary>
internal static class PaymentExamples
{
    public const string Table = "msdyn_ocpaymentprofile";
    public const string MerchantTable = "msdyn_ocapplepay";
    public const string Password = "p12-word";

    private static readonly Lazy<X509Certificate2> Shared = new(() => MakeCertificate(padding: 0));

    /// <summary>A merchant's certificate with its private key.</summary>
    public static X509Certificate2 Certificate => Shared.Value;

    /// <summary>The cmdlet that makes a profile, with its least parameters.</summary>
    public static NewOcPaymentProfileCommand New(string name = "Contoso shop") => new()
    {
        Name = name,
        MerchantName = "Contoso",
        MerchantId = "merchant.com.contoso",
        MerchantDomainUrl = new Uri("https://shop.contoso.example.com"),
        GatewayUrl = new Uri("https://pay.contoso.example.com"),
        CountryCode = "de",
        Network = [PaymentNetwork.Visa, PaymentNetwork.MasterCard],
        Certificate = Certificate,
        CertificatePassword = Secrets.Of(Password),
    };

    /// <summary>A certificate that is larger by about so many bytes.</summary>
    public static X509Certificate2 MakeCertificate(int padding)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=merchant.com.contoso", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (padding > 0)
            request.CertificateExtensions.Add(
                new X509Extension("1.2.840.113556.1.8000.1", new byte[padding], critical: false));

        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
