using System.Net;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Finds out where an environment wants its users to sign in. What the environment says is believed only as far as it
/// cannot lead a secret astray: the authority must be of a known Entra cloud, and of the environment's own where its
/// address tells that; and the token must be for the environment itself.
/// </summary>
public sealed class AuthorityDiscovery
{
    // Any path below the Web API is refused in the same way; this one exists everywhere.
    private const string Path = "WhoAmI";

    private readonly Func<HttpMessageHandler> _createTransport;
    private readonly DataverseClientOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes the discovery.</summary>
    /// <param name="createTransport">Makes what carries the request.</param>
    /// <param name="options">How often and how long to try.</param>
    /// <param name="time">The clock.</param>
    public AuthorityDiscovery(
        Func<HttpMessageHandler> createTransport, DataverseClientOptions options, TimeProvider time)
    {
        _createTransport = createTransport;
        _options = options;
        _time = time;
    }

    /// <summary>
    /// Finds the authority. The environment is asked, without any credential, only for what is not known yet.
    /// </summary>
    /// <param name="environment">The environment.</param>
    /// <param name="tenant">The tenant where the user named it, else null.</param>
    /// <param name="observer">Who watches the request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SignInException">The environment does not say, or says what is not to be believed.</exception>
    /// <exception cref="OcValidationException">The tenant cannot be one.</exception>
    /// <exception cref="DataverseException">The environment could not be asked.</exception>
    public async Task<EntraAuthority> FindAsync(
        EnvironmentUrl environment, string? tenant, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (tenant is not null && environment.Region is { } region)
            return EntraAuthority.Of(region.Authority, tenant);

        var challenge = await AskAsync(environment, observer, cancellationToken).ConfigureAwait(false);
        RefuseForeignResource(environment, challenge);
        var authorization = ReadAuthorization(environment, challenge);
        return EntraAuthority.Of(
            authorization, tenant ?? authorization.Segments.ElementAtOrDefault(1)?.Trim('/') ?? "");
    }

    private async Task<AuthenticationChallenge> AskAsync(
        EnvironmentUrl environment, IDataverseObserver observer, CancellationToken cancellationToken)
    {
        using var client = new DataverseClient(environment, _createTransport(), tokens: null, _options, _time);
        try
        {
            await client.SendAsync(new DataverseRequest(HttpMethod.Get, Path), observer, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (DataverseException e) when (e.Status == HttpStatusCode.Unauthorized)
        {
            return AuthenticationChallenge.Parse(e.Challenge) ?? throw Silent(environment, e);
        }
        catch (DataverseException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            throw new SignInException(
                "EnvironmentNotFound",
                $"No Dataverse environment answers at {environment}. Check the address: the Power Platform admin "
                + "center shows it as the environment's URL.",
                e);
        }

        throw Silent(environment, cause: null);
    }

    private static SignInException Silent(EnvironmentUrl environment, DataverseException? cause) => new(
        "ChallengeMissing",
        $"{environment} does not say where to sign in. Check that it is a Dataverse environment; if it is, give "
        + "-TenantId.",
        cause);

    private static void RefuseForeignResource(EnvironmentUrl environment, AuthenticationChallenge challenge)
    {
        if (challenge.Resource is not { } resource
            || (Uri.TryCreate(resource, UriKind.Absolute, out var url) && environment.IsOriginOf(url)))
        {
            return;
        }

        throw new SignInException(
            "ChallengeResourceForeign",
            $"{environment} asks for a token that is meant for '{resource}'. A token is only ever got for the "
            + "environment itself, so nothing was sent. Check the address.");
    }

    private static Uri ReadAuthorization(EnvironmentUrl environment, AuthenticationChallenge challenge)
    {
        if (!Uri.TryCreate(challenge.Authorization, UriKind.Absolute, out var url))
            throw Silent(environment, cause: null);

        if (url.Scheme != Uri.UriSchemeHttps || !url.IsDefaultPort || url.UserInfo.Length > 0)
        {
            throw new SignInException(
                "ChallengeAuthorityUnsafe",
                $"{environment} sends its users to '{url.GetLeftPart(UriPartial.Authority)}' to sign in, which is no "
                + "plain HTTPS address. No credential was sent.");
        }

        var cloud = EntraCloud.FindByHost(url.Host);
        if (cloud is null || IsOtherCloud(environment, cloud))
        {
            throw new SignInException(
                "ChallengeAuthorityForeign",
                $"{environment} sends its users to '{url.Host}' to sign in, which is not the Microsoft Entra of its "
                + "cloud. No credential was sent. Check the address; if it is right, report it to whoever runs the "
                + "environment.");
        }

        return url;
    }

    private static bool IsOtherCloud(EnvironmentUrl environment, EntraCloud cloud) =>
        environment.Region is { } region && EntraCloud.FindByHost(region.Authority.Host) != cloud;
}
