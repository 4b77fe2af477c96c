using System.Security.Cryptography.X509Certificates;

namespace OmnichannelAdmin.Webhooks;

/// <summary>A certificate that a server showed, and what was wrong with its chain.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Problems">What was wrong with the chain, in words, other than the time.</param>
internal sealed record ServerCertificate(X509Certificate2 Certificate, IReadOnlyList<string> Problems)
{
    /// <summary>Keeps what is known during a handshake and gone after it.</summary>
    public static ServerCertificate Of(X509Certificate2 certificate, X509Chain chain) => new(
        new X509Certificate2(certificate.RawData),
        [
            .. from element in chain.ChainElements
               from status in element.ChainElementStatus
               where status.Status is not (X509ChainStatusFlags.NoError or X509ChainStatusFlags.NotTimeValid)
               select status.StatusInformation.Trim(),
        ]);

    /// <summary>Whether it issued itself.</summary>
    public bool IsSelfSigned =>
        Certificate.SubjectName.RawData.AsSpan().SequenceEqual(Certificate.IssuerName.RawData);
}
