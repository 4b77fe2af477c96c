using System.Net;
using System.Security;
using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs an application in with a client secret.</summary>
internal sealed class ClientSecretTokenSource(
    EntraApplication application, SecureString secret, HttpMessageHandler transport, TimeProvider time)
    : ConfidentialClientTokenSource(application, transport, time)
{
    // A copy: the caller may dispose of the one that was given.
    private readonly SecureString _secret = secret.Copy();

    protected override ConfidentialClientApplicationBuilder WithCredential(
        ConfidentialClientApplicationBuilder builder) =>
        builder.WithClientSecret(new NetworkCredential("", _secret).Password);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _secret.Dispose();

        base.Dispose(disposing);
    }
}
