using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Testing;

/// <summary>A throw-away certificate authority.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _certificate;

    public TestAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Throw-away authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>What a client must trust.</summary>
    public X509Certificate2Collection Roots => [_certificate];

    /// <summary>A certificate of this authority, with its key.</summary>
    /// <param name="host">The host that it is for.</param>
    /// <param name="daysLeft">How many days it is still valid; negative when it is over.</param>
    public X509Certificate2 Issue(string host = "localhost", int daysLeft = 90)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = TestCertificates.ServerRequest(host, key);
        using var certificate = request.Create(
            _certificate, DateTimeOffset.UtcNow.AddDays(-60), DateTimeOffset.UtcNow.AddDays(daysLeft).AddMinutes(1),
            [1, 2, 3, 4]);
        return certificate.CopyWithPrivateKey(key);
    }

    public void Dispose() => _certificate.Dispose();
}
