using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>
/// The app registrations of the organization's tenant, for signing in at the sandbox's token endpoint. An application
/// can use the environment only when it has a user there: a row of systemuser with its <c>applicationid</c>.
/// </summary>
public sealed class SandboxApplications
{
    private readonly ConcurrentDictionary<Guid, Application> _applications = [];

    /// <summary>Registers an application with a client secret.</summary>
    public void AddSecret(Guid clientId, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        Change(clientId, application => application with { Secrets = [.. application.Secrets, secret] });
    }

    /// <summary>Registers an application with a certificate, of which only the public part is kept.</summary>
    public void AddCertificate(Guid clientId, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var publicPart = new X509Certificate2(certificate.Export(X509ContentType.Cert));
        Change(clientId, application => application with { Certificates = [.. application.Certificates, publicPart] });
    }

    /// <summary>The credentials of an application, or null when it is not registered.</summary>
    internal Application? Find(Guid clientId) => _applications.GetValueOrDefault(clientId);

    private void Change(Guid clientId, Func<Application, Application> change) => _applications.AddOrUpdate(
        clientId, _ => change(Application.Empty), (_, application) => change(application));
}
