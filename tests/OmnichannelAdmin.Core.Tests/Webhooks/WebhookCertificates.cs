using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Core.Tests.Webhooks;

/// <summary>The certificates that webhooks show in the tests, made once.</summary>
public sealed class WebhookCertificates : IDisposable
{
    private readonly TestAuthority _authority = new();

    public WebhookCertificates()
    {
        Good = _authority.Issue();
        Expired = _authority.Issue(daysLeft: -3);
        EndsSoon = _authority.Issue(daysLeft: 5);
        OtherHost = _authority.Issue("other.example");
        SelfSigned = TestCertificates.ForServer("localhost");
    }

    public X509Certificate2Collection Roots => _authority.Roots;

    public X509Certificate2 Good { get; }

    public X509Certificate2 Expired { get; }

    public X509Certificate2 EndsSoon { get; }

    public X509Certificate2 OtherHost { get; }

    public X509Certificate2 SelfSigned { get; }

    public void Dispose()
    {
        foreach (var certificate in new[] { Good, Expired, EndsSoon, OtherHost, SelfSigned })
            certificate.Dispose();

        _authority.Dispose();
    }
}
