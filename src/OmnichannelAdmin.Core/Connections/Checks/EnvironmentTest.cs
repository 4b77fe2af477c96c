using System.Globalization;
using System.Net.Sockets;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>Tests whether an environment is ready for what this library does there, and whether the user is.</summary>
public sealed class EnvironmentTest
{
    private static readonly TimeSpan CertificateTooShort = TimeSpan.FromDays(14);
    private static readonly TimeSpan SkewWorthSaying = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SkewTooMuch = TimeSpan.FromMinutes(5);

    private readonly OcConnection _connection;
    private readonly IDataverseObserver _observer;
    private readonly NetworkProbe _network;
    private readonly CheckList _checks = new();

    /// <summary>Makes the test.</summary>
    /// <param name="connection">The connection to the environment.</param>
    /// <param name="network">What looks at the network.</param>
    /// <param name="observer">Who watches the requests.</param>
    public EnvironmentTest(OcConnection connection, NetworkProbe network, IDataverseObserver observer)
    {
        _connection = connection;
        _network = network;
        _observer = observer;
    }

    /// <summary>Makes all checks.</summary>
    public async Task<OcTestResult> RunAsync(CancellationToken cancellationToken)
    {
        await LookAtNetworkAsync(cancellationToken).ConfigureAwait(false);
        DataverseResponse? answer = null;
        var isSignedIn = await _checks.RunAsync(CheckNames.SignIn, async () =>
        {
            answer = await WhoAmIAsync(cancellationToken).ConfigureAwait(false);
            return CheckVerdict.Passed(
                $"Signed in as {_connection.User ?? _connection.UserId.ToString()} ({_connection.SignIn}).");
        }).ConfigureAwait(false);
        if (isSignedIn)
            await LookInsideAsync(answer!, cancellationToken).ConfigureAwait(false);
        else
            _checks.Skip("Nothing inside the environment can be looked at without signing in.", CheckNames.Inside);

        return _checks.ResultFor(_connection.Environment.Host, _connection.Environment, _connection.Time);
    }

    private static CheckVerdict JudgeCertificate(TlsFacts facts, DateTimeOffset now)
    {
        var detail = $"{facts.Protocol}; the certificate is valid until {facts.CertificateEnds:u}.";
        return facts.CertificateEnds - now > CertificateTooShort
            ? CheckVerdict.Passed(detail)
            : CheckVerdict.Warning(
                detail, "The certificate ends soon. If a proxy on the way presents it, tell whoever runs the proxy.");
    }

    private static CheckVerdict JudgeHeadroom(DataverseResponse answer)
    {
        var requests = Number(answer, "x-ms-ratelimit-burst-remaining-xrm-requests");
        var seconds = Number(answer, "x-ms-ratelimit-time-remaining-xrm-requests");
        if (requests is null || seconds is null)
            return CheckVerdict.Skipped("The environment did not say how many requests are left.");

        // The limits count over five minutes: 6,000 requests and 20 minutes of working time per user and web server.
        var detail = $"{requests:0} requests and {seconds:0} seconds of working time are left for these five minutes.";
        return requests > 600 && seconds > 120
            ? CheckVerdict.Passed(detail)
            : CheckVerdict.Warning(
                detail, "Something else works with this user at the same time. Wait, or use a user of its own.");
    }

    private static double? Number(DataverseResponse answer, string header) =>
        double.TryParse(
            answer.Headers.GetValueOrDefault(header), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private async Task LookAtNetworkAsync(CancellationToken cancellationToken)
    {
        if (!_connection.IsOnline)
        {
            _checks.Skip("The sandbox is in memory; no network is in use.", CheckNames.Network);
            return;
        }

        var isKnown = await _checks.RunAsync(CheckNames.Address, () => LookUpAsync(cancellationToken))
            .ConfigureAwait(false);
        if (!isKnown)
            _checks.Skip("The host's name is not known.", CheckNames.Tls);
        else if (_connection.Environment.Scheme != Uri.UriSchemeHttps)
            _checks.Skip("This machine's own address is spoken to without TLS.", CheckNames.Tls);
        else
            await _checks.RunAsync(CheckNames.Tls, () => LookAtTlsAsync(cancellationToken)).ConfigureAwait(false);
    }

    private async Task<CheckVerdict> LookUpAsync(CancellationToken cancellationToken)
    {
        var url = _connection.Environment;
        if (NetworkProbe.ProxyTo(url) is { } proxy)
            return CheckVerdict.Passed($"The proxy {proxy.Host} looks {url.Host} up.");

        try
        {
            var addresses = await _network.ResolveAsync(url.Host, cancellationToken).ConfigureAwait(false);
            var place = _connection.Region is { } region ? $"region {region}" : "an unknown region";
            return CheckVerdict.Passed($"{url.Host} ({place}) is at {string.Join(", ", addresses.Take(3))}.");
        }
        catch (SocketException e)
        {
            return CheckVerdict.Failed(
                $"{url.Host} cannot be looked up: {e.Message}",
                "Check the address and this machine's DNS, or set HTTPS_PROXY.");
        }
    }

    private async Task<CheckVerdict> LookAtTlsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var facts = await _network.ConnectAsync(_connection.Address.ApiRoot, cancellationToken)
                .ConfigureAwait(false);
            return JudgeCertificate(facts, _connection.Time.GetUtcNow());
        }
        catch (HttpRequestException e)
        {
            return CheckVerdict.Failed(
                $"No secure connection came about: {e.InnerException?.Message ?? e.Message}",
                "Where a proxy opens TLS, this machine must trust the proxy's authority. Also check the machine's "
                + "clock.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return CheckVerdict.Failed(
                "The host did not answer within 30 seconds.", "Check the firewall and the proxy.");
        }
    }

    private async Task LookInsideAsync(DataverseResponse answer, CancellationToken cancellationToken)
    {
        var rights = new UserRights(_connection, _observer);
        var tables = new TableDefinitions(_connection, _observer);
        await _checks.RunAsync(CheckNames.Administrator, () => rights.JudgeRoleAsync(cancellationToken))
            .ConfigureAwait(false);
        await _checks.RunAsync(CheckNames.Tables, () => tables.JudgePresenceAsync(cancellationToken))
            .ConfigureAwait(false);
        await _checks.RunAsync(CheckNames.SecretColumns, () => rights.JudgeSecretsAsync(cancellationToken))
            .ConfigureAwait(false);
        await _checks.RunAsync(
            CheckNames.Workstream, () => new WorkstreamPresence(_connection, _observer).JudgeAsync(cancellationToken))
            .ConfigureAwait(false);
        await _checks.RunAsync(CheckNames.Concurrency, () => tables.JudgeConcurrencyAsync(cancellationToken))
            .ConfigureAwait(false);
        _checks.Add(CheckNames.Clock, JudgeClock(answer));
        _checks.Add(CheckNames.Throttling, JudgeHeadroom(answer));
    }

    private CheckVerdict JudgeClock(DataverseResponse answer)
    {
        var date = answer.Headers.GetValueOrDefault("Date");
        if (!DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var theirs))
            return CheckVerdict.Skipped("The environment did not say what time it is.");

        var skew = (_connection.Time.GetUtcNow() - theirs).Duration();
        var detail = $"This machine's clock and the environment's differ by {skew.TotalSeconds:0} seconds.";
        const string Advice = "Set this machine's clock; tokens and certificates are judged by it.";
        if (skew > SkewTooMuch)
            return CheckVerdict.Failed(detail, Advice);

        return skew > SkewWorthSaying ? CheckVerdict.Warning(detail, Advice) : CheckVerdict.Passed(detail);
    }

    private Task<DataverseResponse> WhoAmIAsync(CancellationToken cancellationToken) =>
        _connection.Client.SendAsync(new DataverseRequest(HttpMethod.Get, "WhoAmI"), _observer, cancellationToken);
}
