using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>
/// A throw-away certificate for <c>localhost</c>, with an authority of its own. No store knows either: only a client
/// made by <see cref="CreateClientHandler"/>, or one that is handed the authority, trusts it. Keys stay in memory.
/// </summary>
public sealed class LoopbackCertificate : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly X509Certificate2 _server;

    private LoopbackCertificate(X509Certificate2 authority, X509Certificate2 server)
    {
        Authority = authority;
        _server = server;
        Context = SslStreamCertificateContext.Create(server, [authority], offline: true);
    }

    /// <summary>The authority's certificate, without its key; of a certificate that was given, that one.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>What the server presents.</summary>
    internal SslStreamCertificateContext Context { get; }

    /// <summary>Makes an authority and a certificate of it, valid for seven days.</summary>
    /// <param name="otherNames">Hosts that the certificate is for besides the loopback's own names.</param>
    public static LoopbackCertificate Create(params string[] otherNames)
    {
        // A day's leeway, for a client whose clock differs.
        var from = DateTimeOffset.UtcNow.AddDays(-1);
        using var authority = CreateAuthority(from);
        return new LoopbackCertificate(
            new X509Certificate2(authority.Export(X509ContentType.Cert)), CreateServer(authority, from, otherNames));
    }

    /// <summary>Takes a certificate that the caller has.</summary>
    /// <param name="certificate">The certificate with its private key; a copy is kept.</param>
    /// <exception cref="ArgumentException">It has no private key.</exception>
    public static LoopbackCertificate Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.HasPrivateKey
            ? new LoopbackCertificate(new X509Certificate2(certificate.RawData), new X509Certificate2(certificate))
            : throw new ArgumentException("The certificate comes without its private key.", nameof(certificate));
    }

    /// <summary>
    /// Makes a handler for an HTTP client that trusts this authority and nothing else. The caller disposes of it.
    /// </summary>
    public SocketsHttpHandler CreateClientHandler()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(Authority);
        return new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        Authority.Dispose();
    }

    private static X509Certificate2 CreateAuthority(DateTimeOffset from)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=OmnichannelAdmin throw-away authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(from, from + Lifetime);
    }

    private static X509Certificate2 CreateServer(X509Certificate2 authority, DateTimeOffset from, string[] otherNames)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(AlternativeNames(otherNames));

        using var certificate = request.Create(authority, from, from + Lifetime, RandomNumberGenerator.GetBytes(12));
        using var withKey = certificate.CopyWithPrivateKey(key);

        // Through PKCS #12, since TLS on Windows takes no key that only this process's memory holds.
        return new X509Certificate2(withKey.Export(X509ContentType.Pkcs12));
    }

    private static X509Extension AlternativeNames(string[] otherNames)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        foreach (var name in otherNames)
            names.AddDnsName(name);

        return names.Build();
    }
}
