using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace OmnichannelAdmin.Sandbox.SignIn;

/// <summary>
/// The proof that an application holds the key of a registered certificate: a signed JSON Web Token about itself.
/// </summary>
internal sealed class ClientAssertion(TimeProvider time, Uri tokenEndpoint)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with the assertion in a form, or null.</summary>
    public string? FindFault(
        Dictionary<string, string> form, Guid clientId, IReadOnlyList<X509Certificate2> certificates)
    {
        if (!form.TryGetValue("client_assertion", out var assertion))
        {
            return "AADSTS7000218: The request body must contain the following parameter: "
                + "'client_assertion' or 'client_secret'.";
        }

        if (form.GetValueOrDefault("client_assertion_type") != AssertionType)
            return "AADSTS700027: The client_assertion_type is not that of a JWT.";

        try
        {
            return FindFault(assertion.Split('.'), clientId, certificates);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException
            or JsonException or InvalidOperationException or KeyNotFoundException or CryptographicException)
        {
            return "AADSTS50027: The client assertion is no JSON Web Token.";
        }
    }

    private string? FindFault(string[] parts, Guid clientId, IReadOnlyList<X509Certificate2> certificates)
    {
        if (parts.Length != 3)
            return "AADSTS50027: The client assertion is no JSON Web Token.";

        using var header = JsonDocument.Parse(Decode(parts[0]));
        using var claims = JsonDocument.Parse(Decode(parts[1]));
        if (FindCertificate(header.RootElement, certificates) is not { } certificate)
            return "AADSTS700027: The certificate that signed the client assertion is not registered.";

        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var algorithm = header.RootElement.GetProperty("alg").GetString();
        if (!IsSigned(certificate, algorithm, signed, Decode(parts[2])))
            return "AADSTS700027: The signature of the client assertion does not hold.";

        return FindFault(claims.RootElement, clientId);
    }

    private string? FindFault(JsonElement claims, Guid clientId)
    {
        var client = clientId.ToString();
        if (!Is(claims, "iss", client) || !Is(claims, "sub", client))
            return "AADSTS700021: Issuer and subject of the client assertion are not the application.";
        if (!Is(claims, "aud", tokenEndpoint.GetLeftPart(UriPartial.Path)))
            return "AADSTS700023: The audience of the client assertion is not this token endpoint.";

        var now = time.GetUtcNow();
        if (Moment(claims, "exp") + Leeway < now || Moment(claims, "nbf") - Leeway > now)
            return "AADSTS700024: The client assertion is not within its valid time range.";
        return null;
    }

    private static X509Certificate2? FindCertificate(JsonElement header, IReadOnlyList<X509Certificate2> certificates)
    {
        foreach (var certificate in certificates)
        {
            if (IsThumbprint(header, "x5t#S256", certificate.GetCertHash(HashAlgorithmName.SHA256))
                || IsThumbprint(header, "x5t", certificate.GetCertHash(HashAlgorithmName.SHA1)))
            {
                return certificate;
            }
        }

        return null;
    }

    private static bool IsThumbprint(JsonElement header, string name, byte[] hash) =>
        header.TryGetProperty(name, out var value) && Decode(value.GetString()!).AsSpan().SequenceEqual(hash);

    private static bool IsSigned(X509Certificate2 certificate, string? algorithm, byte[] signed, byte[] signature)
    {
        using var key = certificate.GetRSAPublicKey();
        var padding = algorithm switch
        {
            "RS256" => RSASignaturePadding.Pkcs1,
            "PS256" => RSASignaturePadding.Pss,
            _ => null,
        };
        return key is not null && padding is not null
            && key.VerifyData(signed, signature, HashAlgorithmName.SHA256, padding);
    }

    private static bool Is(JsonElement claims, string name, string expected) =>
        claims.TryGetProperty(name, out var value)
        && string.Equals(value.GetString(), expected, StringComparison.OrdinalIgnoreCase);

    // The Microsoft Authentication Library writes moments as text, which Entra takes as well.
    private static DateTimeOffset Moment(JsonElement claims, string name) => DateTimeOffset.FromUnixTimeSeconds(
        long.Parse(claims.GetProperty(name).ToString(), CultureInfo.InvariantCulture));

    private static byte[] Decode(string base64Url)
    {
        var text = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
