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
        var application = _applications.GetOrAdd(clientId, _ => new Application());
        lock (application)
            application.Secrets.Add(secret);
    }

    /// <summary>Registers an application with a certificate, of which only the public part is kept.</summary>
    public void AddCertificate(Guid clientId, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var application = _applications.GetOrAdd(clientId, _ => new Application());
        lock (application)
            application.Certificates.Add(new X509Certificate2(certificate.Export(X509ContentType.Cert)));
    }

    /// <summary>The credentials of an application, or null when it is not registered.</summary>
    internal (IReadOnlyList<string> Secrets, IReadOnlyList<X509Certificate2> Certificates)? Find(Guid clientId)
    {
        if (!_applications.TryGetValue(clientId, out var application))
            return null;

        lock (application)
            return ([.. application.Secrets], [.. application.Certificates]);
    }

    private sealed class Application
    {
        public List<string> Secrets { get; } = [];

        public List<X509Certificate2> Certificates { get; } = [];
    }
}
