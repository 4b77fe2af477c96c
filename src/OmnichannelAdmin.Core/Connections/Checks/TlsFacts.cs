using System.Security.Authentication;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>What is known of a secure connection.</summary>
/// <param name="Protocol">The version of TLS.</param>
/// <param name="CertificateEnds">Until when the host's certificate is valid.</param>
public sealed record TlsFacts(SslProtocols Protocol, DateTimeOffset CertificateEnds);
