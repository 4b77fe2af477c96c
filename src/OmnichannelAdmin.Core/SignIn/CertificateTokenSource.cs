using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Signs an application in with a certificate. The certificate itself goes along (x5c), so that an app registration
/// which trusts a subject name and an issuer accepts a renewed one.
/// </summary>
internal sealed class CertificateTokenSource(
    EntraApplication application, X509Certificate2 certificate, HttpMessageHandler transport, TimeProvider time)
    : ConfidentialClientTokenSource(application, transport, time)
{
    // A handle of our own: the caller may dispose of the one that was given.
    private readonly X509Certificate2 _certificate = new(certificate);

    protected override ConfidentialClientApplicationBuilder WithCredential(
        ConfidentialClientApplicationBuilder builder) =>
        builder.WithCertificate(_certificate, sendX5C: true);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _certificate.Dispose();

        base.Dispose(disposing);
    }
}
