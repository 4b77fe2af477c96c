using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>The credentials of an app registration. It never changes; another one takes its place.</summary>
/// <param name="Secrets">The client secrets.</param>
/// <param name="Certificates">The certificates, without their keys.</param>
internal sealed record Application(IReadOnlyList<string> Secrets, IReadOnlyList<X509Certificate2> Certificates)
{
    /// <summary>An application without credentials.</summary>
    public static readonly Application Empty = new([], []);
}
