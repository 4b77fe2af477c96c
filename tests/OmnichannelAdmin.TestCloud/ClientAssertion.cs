using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace OmnichannelAdmin.TestCloud;

/// <summary>
/// Checks an assertion as Entra does: by the key of the certificate that goes along, its times and its audience.
/// </summary>
internal static class ClientAssertion
{
    public static bool IsGood(string assertion)
    {
        var parts = assertion.Split('.');
        var header = JsonSerializer.Deserialize<JsonElement>(CloudAnswers.FromBase64Url(parts[0]));
        var claims = JsonSerializer.Deserialize<JsonElement>(CloudAnswers.FromBase64Url(parts[1]));
        return IsSigned(parts, header) && IsMeant(claims);
    }

    private static bool IsSigned(string[] parts, JsonElement header)
    {
        var x5c = header.GetProperty("x5c");
        var encoded = x5c.ValueKind == JsonValueKind.Array ? x5c[0].GetString()! : x5c.GetString()!;
        using var certificate = new X509Certificate2(Convert.FromBase64String(encoded));
        using var key = certificate.GetRSAPublicKey()!;
        return header.GetProperty("x5t#S256")
            .GetString() == CloudAnswers.Base64Url(certificate.GetCertHash(HashAlgorithmName.SHA256))
            && key.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                CloudAnswers.FromBase64Url(parts[2]),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pss);
    }

    private static bool IsMeant(JsonElement claims)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var client = CloudIdentity.ClientId.ToString();
        return claims.GetProperty("aud").GetString() == CloudIdentity.TokenEndpoint
            && claims.GetProperty("iss").GetString() == client
            && claims.GetProperty("sub").GetString() == client
            && Number(claims, "nbf") <= now + 60
            && Number(claims, "exp") > now;
    }

    // The library writes numbers as text, which Entra takes as well.
    private static long Number(JsonElement claims, string claim) =>
        long.Parse(claims.GetProperty(claim).ToString(), CultureInfo.InvariantCulture);
}
