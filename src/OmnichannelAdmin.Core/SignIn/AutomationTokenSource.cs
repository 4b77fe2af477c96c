using System.Globalization;
using System.Net;
using System.Text.Json;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Signs an Azure Automation account in at the endpoint that its jobs have. It is called directly: the identity library
/// would call it as App Service's, which nobody documents for Automation. Source: the Azure Automation page on enabling
/// a managed identity.
/// </summary>
internal sealed class AutomationTokenSource : RenewingTokenSource
{
    private readonly Uri _address;
    private readonly AutomationEndpoint _endpoint;
    private readonly SignInHandler _handler;
    private readonly HttpClient _client;

    public AutomationTokenSource(
        EnvironmentUrl environment,
        Guid? clientId,
        AutomationEndpoint endpoint,
        HttpMessageHandler transport,
        TimeProvider time)
        : base(time)
    {
        _endpoint = endpoint;
        _address = AddressFor(environment, clientId, endpoint);
        _handler = new SignInHandler(transport, time);
        _client = new HttpClient(_handler);
    }

    protected override async Task<AccessToken> RenewAsync(
        bool isFirst, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.TryAddWithoutValidation(_endpoint.HeaderName, _endpoint.HeaderValue);
        request.Headers.TryAddWithoutValidation("Metadata", "True");
        _handler.Observer = observer;
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return ReadToken(response.StatusCode, body);
        }
        catch (HttpRequestException e)
        {
            throw EntraFailure.Unreachable(e);
        }
        finally
        {
            _handler.Observer = SilentObserver.Instance;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _client.Dispose();

        base.Dispose(disposing);
    }

    private static Uri AddressFor(EnvironmentUrl environment, Guid? clientId, AutomationEndpoint endpoint)
    {
        var resource = Uri.EscapeDataString(environment.Origin.AbsoluteUri);
        var identity = clientId is { } id ? $"&client_id={id}" : "";
        var separator = endpoint.Address.Query.Length > 0 ? "&" : "?";
        return new Uri($"{endpoint.Address}{separator}resource={resource}{identity}");
    }

    private static AccessToken ReadToken(HttpStatusCode status, string body)
    {
        if (status != HttpStatusCode.OK)
        {
            throw new SignInException(
                "ManagedIdentityRefused",
                $"The Automation account's managed identity could not be used ({status.Describe()}). Turn it on under "
                + "Identity of the Automation account; for a user-assigned one, check that -ClientId is its client "
                + "id and that it is added there.");
        }

        try
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(body);
            if (answer.TextOf("access_token") is { Length: > 0 } token)
                return new AccessToken(token, ExpiryOf(answer) ?? JsonWebToken.ExpiryOf(token));
        }
        catch (JsonException)
        {
            // Falls through to the same error; the body is not repeated, for a token may be in it.
        }

        throw new SignInException(
            "ManagedIdentityAnswerUnreadable",
            "The managed identity's endpoint answered with something else than a token.");
    }

    private static DateTimeOffset? ExpiryOf(JsonElement answer) =>
        long.TryParse(answer.TextOf("expires_on"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
