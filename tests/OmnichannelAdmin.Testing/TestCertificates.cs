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
        var request = new CertificateRequest(
            "CN=OmnichannelAdmin test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return SelfSign(request, from, until);
    }

    /// <summary>A self-signed certificate with an elliptic curve key.</summary>
    public static X509Certificate2 WithEllipticKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=OmnichannelAdmin test", key, HashAlgorithmName.SHA256);
        return SelfSign(request, from: null, until: null);
    }

    /// <summary>A self-signed certificate for a server.</summary>
    public static X509Certificate2 ForServer(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SelfSign(ServerRequest(host, key), from: null, until: null);
    }

    /// <summary>What a server asks a certificate for.</summary>
    internal static CertificateRequest ServerRequest(string host, ECDsa key)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 SelfSign(CertificateRequest request, DateTimeOffset? from, DateTimeOffset? until) =>
        request.CreateSelfSigned(from ?? DateTimeOffset.UtcNow.AddDays(-1), until ?? DateTimeOffset.UtcNow.AddDays(30));
}
