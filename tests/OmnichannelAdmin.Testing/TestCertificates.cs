using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Testing;

/// <summary>Makes throw-away certificates.</summary>
public static class TestCertificates
{
    /// <summary>A self-signed certificate with an RSA key.</summary>
    public static X509Certificate2 WithRsaKey(DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=OmnichannelAdmin test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return SelfSign(request, from, until);
    }

    /// <summary>A self-signed certificate with an elliptic curve key.</summary>
    public static X509Certificate2 WithEllipticKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=OmnichannelAdmin test", key, HashAlgorithmName.SHA256);
        return SelfSign(request, from: null, until: null);
    }

    private static X509Certificate2 SelfSign(CertificateRequest request, DateTimeOffset? from, DateTimeOffset? until) =>
        request.CreateSelfSigned(from ?? DateTimeOffset.UtcNow.AddDays(-1), until ?? DateTimeOffset.UtcNow.AddDays(30));
}
