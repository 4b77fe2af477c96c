using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class CertificateFinderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("oc-certificates").FullName;
    private readonly X509Certificate2 _certificate = TestCertificates.WithRsaKey();

    public void Dispose()
    {
        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_pfx_file_opens_with_its_password()
    {
        var path = Write("sign-in.pfx", _certificate.Export(X509ContentType.Pfx, "open sesame"));

        using var found = CertificateFinder.FromFile(path, Secure("open sesame"));

        Assert.Equal(_certificate.Thumbprint, found.Thumbprint);
        Assert.True(found.HasPrivateKey);
    }

    [Fact]
    public void A_pem_file_with_certificate_and_key_opens()
    {
        using var key = _certificate.GetRSAPrivateKey()!;
        var path = Write(
            "sign-in.pem", System.Text.Encoding.ASCII.GetBytes(
                _certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()));

        using var found = CertificateFinder.FromFile(path, password: null);

        Assert.True(found.HasPrivateKey);
    }

    [Fact]
    public void A_wrong_password_is_refused_and_not_repeated()
    {
        var path = Write("sign-in.pfx", _certificate.Export(X509ContentType.Pfx, "open sesame"));

        var error = Assert.Throws<SignInException>(() => CertificateFinder.FromFile(path, Secure("open barley")));

        Assert.Equal("CertificateFileInvalid", error.Id);
        Assert.DoesNotContain("open barley", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<SignInException>(
            () => CertificateFinder.FromFile(Path.Combine(_folder, "nothing.pfx"), password: null));

        Assert.Equal("CertificateFileUnreadable", error.Id);
        Assert.Contains("nothing.pfx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_the_users_store_is_found_by_its_thumbprint_as_people_copy_it()
    {
        using var stored = new X509Certificate2(
            _certificate.Export(X509ContentType.Pfx), (string?)null, X509KeyStorageFlags.PersistKeySet);
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        store.Add(stored);
        try
        {
            var pairs = _certificate.Thumbprint.ToLowerInvariant().Chunk(2).Select(pair => new string(pair));
            using var found = CertificateFinder.FromStores("\u200e" + string.Join(' ', pairs));

            Assert.Equal(_certificate.Thumbprint, found.Thumbprint);
        }
        finally
        {
            store.Remove(stored);
        }
    }

    [Fact]
    public void A_thumbprint_that_is_in_no_store_names_the_alternatives()
    {
        var error = Assert.Throws<SignInException>(() => CertificateFinder.FromStores(new string('0', 40)));

        Assert.Equal("CertificateNotFound", error.Id);
        Assert.Contains("-CertificatePath", error.Message, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
