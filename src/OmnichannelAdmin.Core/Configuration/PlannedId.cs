using System.Security.Cryptography;
using System.Text;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// The GUID of a row that a plan makes. It derives from the organization, the table and the key, so that of two plans
/// that make the same row at once, the environment refuses the second.
/// </summary>
internal static class PlannedId
{
    /// <param name="organizationId">The organization.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="attempt">0, and one more each time that the GUID belongs to a row that was renamed since.</param>
    public static Guid Of(Guid organizationId, RecordKey key, int attempt)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{organizationId}\n{key.Invariant}\n{attempt}"))[..16];

        // The bits by which RFC 9562 tells a GUID of version 8, made in a way of one's own, from others.
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
