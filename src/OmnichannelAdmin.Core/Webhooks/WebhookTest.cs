using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Webhooks;

/// <summary>
/// Tests a webhook from the outside, one layer after the other: a layer that fails leaves nothing to test above it.
/// </summary>
public sealed class WebhookTest
{
    private readonly Uri _url;
    private readonly WebhookTestSettings _settings;
    private readonly CertificateTrust _trust;
    private readonly CheckList _checks = new();

    private WebhookTest(Uri url, WebhookTestSettings settings)
    {
        _url = url;
        _settings = settings;
        _trust = new CertificateTrust(settings.TrustedRoots);
    }

    /// <summary>Tests a webhook.</summary>
    /// <param name="url">The base address.</param>
    /// <param name="settings">How to test it.</param>
    /// <param name="mayPost">Asked before anything is posted; null posts nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<OcTestResult> RunAsync(
        Uri url, WebhookTestSettings settings, Func<Task<bool>>? mayPost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(settings);
        var test = new WebhookTest(url, settings);
        var reason = await test.FindObstacleAsync(mayPost, cancellationToken).ConfigureAwait(false);
        return test.Report(reason);
    }

    /// <summary>Makes the checks and answers why the rest of them was not made.</summary>
    private async Task<string> FindObstacleAsync(Func<Task<bool>>? mayPost, CancellationToken cancellationToken)
    {
        const string Obstacle = "An earlier check failed.";
        if (!Add(WebhookCheckNames.Address, CheckAddress()))
            return Obstacle;

        var (addresses, lookup) = await HostLookup.FindAsync(_url.IdnHost, cancellationToken).ConfigureAwait(false);
        if (!Add(WebhookCheckNames.Lookup, lookup)
            || !await CheckConnectionAsync(addresses, cancellationToken).ConfigureAwait(false))
            return Obstacle;
        if (mayPost is null || !await mayPost().ConfigureAwait(false))
            return "Nothing was posted.";

        using var client = new WebhookClient(_trust, _settings.Limit, _settings.Time);
        await new PostChecks(client, _url, _settings).MakeAsync(_checks, cancellationToken).ConfigureAwait(false);
        return Obstacle;
    }

    private CheckVerdict CheckAddress()
    {
        try
        {
            WebhookUrlRules.Check(_url, allowLocal: true);
            WebhookUrlRules.Check(_url, allowLocal: false);
            return CheckVerdict.Passed($"{_url.OriginalString} keeps the rules.");
        }
        catch (OcValidationException e) when (WebhookUrlRules.IsAboutLocalHost(e))
        {
            return CheckVerdict.Warning(
                $"{_url.Host} is this machine or a bare IP address.",
                "That will do for a development webhook. The platform needs a public host name.");
        }
        catch (OcValidationException e)
        {
            return CheckVerdict.Failed(e.Message, "Give the base address as https://host/optional/path.");
        }
    }

    private async Task<bool> CheckConnectionAsync(IPAddress[] addresses, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_settings.Limit, _settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var connection = new TcpClient();
        var start = _settings.Time.GetTimestamp();
        try
        {
            await connection.ConnectAsync(addresses, _url.Port, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            return Add(WebhookCheckNames.Connection, CheckVerdict.Failed(
                $"Nobody answers on port {_url.Port}: {Reason(e)}.",
                "Check that the server runs, and that firewalls let port and source through."));
        }

        var elapsed = _settings.Time.GetElapsedTime(start).TotalMilliseconds;
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"Connected to {connection.Client.RemoteEndPoint} in {elapsed:0} ms.");
        Add(WebhookCheckNames.Connection, CheckVerdict.Passed(detail));
        return await CheckEncryptionAsync(connection.GetStream(), either.Token, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<bool> CheckEncryptionAsync(
        NetworkStream connection, CancellationToken limit, CancellationToken cancellationToken)
    {
        ServerCertificate? shown = null;
        using var encrypted = new SslStream(connection, leaveInnerStreamOpen: true);
        try
        {
            await encrypted.AuthenticateAsClientAsync(Options(found => shown = found), limit).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            return Add(WebhookCheckNames.Encryption, CheckVerdict.Failed(
                $"No TLS connection came about: {Reason(e)}.",
                "Serve HTTPS with TLS 1.2 or 1.3 on this port."));
        }

        Add(WebhookCheckNames.Encryption, JudgeEncryption(encrypted.SslProtocol));
        new CertificateChecks(shown!, _trust, _settings.Time.GetUtcNow()).MakeFor(_checks, _url.IdnHost);
        return _checks.Checks.All(check => check.Outcome != CheckOutcome.Failed);
    }

    [SuppressMessage(
        "Security",
        "CA5359",
        Justification =
            "The certificate is looked at here and judged later, check by check. Nothing is sent meanwhile.")]
    private SslClientAuthenticationOptions Options(Action<ServerCertificate> keep) => new()
    {
        TargetHost = _url.IdnHost,
        CertificateChainPolicy = _trust.Policy(),
        RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            keep(ServerCertificate.Of((X509Certificate2)certificate!, chain!));
            return true;
        },
    };

    private static CheckVerdict JudgeEncryption(SslProtocols version) =>
        version is SslProtocols.Tls12 or SslProtocols.Tls13
        ? CheckVerdict.Passed($"{version}.")
        : CheckVerdict.Failed($"{version}, which is out of use.", "Turn on TLS 1.2 or 1.3 at the server.");

    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => exception is SocketException or IOException or AuthenticationException,
    };

    private string Reason(Exception exception) => exception is OperationCanceledException
        ? $"no answer within {_settings.Limit.TotalSeconds:0.###} s"
        : exception.GetBaseException().Message.TrimEnd('.');

    private bool Add(string name, CheckVerdict verdict)
    {
        _checks.Add(name, verdict);
        return verdict.Outcome != CheckOutcome.Failed;
    }

    private OcTestResult Report(string reasonForTheRest)
    {
        _checks.Skip(reasonForTheRest, WebhookCheckNames.All.Except(_checks.Checks.Select(check => check.Name)));
        return _checks.ResultFor(_url.OriginalString, environment: null, _settings.Time);
    }
}
