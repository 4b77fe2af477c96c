using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class CertificateTests
{
    [Fact]
    public async Task The_assertion_is_signed_with_the_certificates_key_and_meant_for_the_token_endpoint()
    {
        using var certificate = TestCertificates.WithRsaKey();
        var transport = Granting();

        await FirstTokenAsync(Through(transport).WithCertificate(ClientId, certificate));

        var form = Assert.Single(transport.Requests).Form;
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        var parts = form["client_assertion"].Split('.');
        using var key = certificate.GetRSAPublicKey()!;
        Assert.True(key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Decode(parts[2]),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pss));
        Assert.Equal(TokenUrl, Json(parts[1]).GetProperty("aud").GetString());
        Assert.Equal(ClientId.ToString(), Json(parts[1]).GetProperty("iss").GetString());
    }

    [Fact]
    public async Task The_certificate_goes_along_without_its_key()
    {
        using var certificate = TestCertificates.WithRsaKey();
        var transport = Granting();

        await FirstTokenAsync(Through(transport).WithCertificate(ClientId, certificate));

        var header = Json(transport.Requests[0].Form["client_assertion"].Split('.')[0]);
        var sent = header.GetProperty("x5c");
        var text = sent.ValueKind == JsonValueKind.Array ? sent[0].GetString() : sent.GetString();
        Assert.Equal(Convert.ToBase64String(certificate.RawData), text);
    }

    [Fact]
    public void An_expired_certificate_is_refused_with_its_date()
    {
        using var certificate = TestCertificates.WithRsaKey(
            from: new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
            until: new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

        var error = Refuse(certificate);

        Assert.Equal("CertificateExpired", error.Id);
        Assert.Contains("2026-03-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_tomorrow_is_refused()
    {
        using var certificate = TestCertificates.WithRsaKey(from: DateTimeOffset.UtcNow.AddDays(1));

        Assert.Equal("CertificateNotYetValid", Refuse(certificate).Id);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        using var whole = TestCertificates.WithRsaKey();
        using var half = new X509Certificate2(whole.RawData);

        Assert.Equal("CertificateWithoutKey", Refuse(half).Id);
    }

    [Fact]
    public void A_certificate_with_an_elliptic_key_is_refused()
    {
        using var certificate = TestCertificates.WithEllipticKey();

        Assert.Equal("CertificateNotRsa", Refuse(certificate).Id);
    }

    private static SignInException Refuse(X509Certificate2 certificate) =>
        Assert.Throws<SignInException>(() => Through(Granting()).WithCertificate(ClientId, certificate));

    private static JsonElement Json(string base64Url) => JsonSerializer.Deserialize<JsonElement>(Decode(base64Url));

    private static byte[] Decode(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
