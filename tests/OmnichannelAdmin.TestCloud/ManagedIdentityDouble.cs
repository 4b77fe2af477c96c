using System.Globalization;
using System.Net;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.TestCloud;

/// <summary>
/// The endpoints of managed identities: that of Azure Automation's jobs, and that of virtual machines.
/// </summary>
internal sealed class ManagedIdentityDouble(TokenMint mint)
{
    public const string AutomationPath = "/automation/token";

    private const string MachinePath = "/metadata/identity/oauth2/token";

    public HttpResponseMessage Answer(RecordedRequest request) => (request.Url.AbsolutePath, request.Headers) switch
    {
        (AutomationPath, var headers) when headers.GetValueOrDefault(
            "X-IDENTITY-HEADER") == CloudIdentity.AutomationSecret
            && headers.GetValueOrDefault("Metadata") == "True" => Token(request),
        (MachinePath, var headers) when headers.GetValueOrDefault("Metadata") == "true" => Token(request),
        _ => CloudAnswers.Json(new { error = "invalid_request" }, HttpStatusCode.BadRequest),
    };

    private HttpResponseMessage Token(RecordedRequest request)
    {
        var resource = request.Query.GetValueOrDefault("resource");
        if (resource?.TrimEnd('/') != CloudIdentity.EnvironmentUrl.AbsoluteUri.TrimEnd('/'))
            return CloudAnswers.Json(new { error = "invalid_resource" }, HttpStatusCode.BadRequest);

        var ends = DateTimeOffset.UtcNow.AddSeconds(mint.LifetimeSeconds).ToUnixTimeSeconds();
        return CloudAnswers.Json(new
        {
            access_token = mint.Make(),
            expires_on = ends.ToString(CultureInfo.InvariantCulture),
            resource,
            token_type = "Bearer",
        });
    }
}
