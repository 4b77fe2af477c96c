using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace OmnichannelAdmin.Webhooks;

/// <summary>
/// Checks bearers by Microsoft's own library: issuer, audience, lifetime, and the signature by the keys that the issuer
/// publishes.
/// </summary>
internal sealed class BearerCheck : IDisposable
{
    private readonly HttpClient _http;
    private readonly JsonWebTokenHandler _handler = new();
    private readonly TokenValidationParameters _parameters;

    public BearerCheck(BearerRules rules)
    {
        _http = new HttpClient(rules.CreateTransport());
        _parameters = new TokenValidationParameters
        {
            ValidIssuers = rules.Issuers,
            ValidAudiences = rules.Audiences,
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                rules.Metadata.AbsoluteUri, new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(_http)),
        };
    }

    /// <summary>Why a bearer is refused, or null when it is accepted.</summary>
    /// <param name="bearer">The token, or null when the post has none.</param>
    public async Task<string?> FindFaultAsync(string? bearer)
    {
        if (string.IsNullOrEmpty(bearer))
            return "it has no bearer.";

        var result = await _handler.ValidateTokenAsync(bearer, _parameters).ConfigureAwait(false);
        return result.IsValid ? null : result.Exception.Message.Split('\r', '\n')[0];
    }

    public void Dispose() => _http.Dispose();
}
