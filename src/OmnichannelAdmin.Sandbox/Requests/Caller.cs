using System.Net;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Finds out whom a request comes from.</summary>
internal static class Caller
{
    private const string Bearer = "Bearer ";

    /// <summary>The id of the user.</summary>
    /// <exception cref="RefusedException">A bearer token is demanded and there is none.</exception>
    public static Guid Identify(SandboxOrganization organization, SandboxRequest request)
    {
        if (organization.Settings.RequireBearer && !HasBearer(request))
        {
            throw new RefusedException(
                HttpStatusCode.Unauthorized, string.Empty, "The request carries no bearer token.");
        }

        return organization.Settings.UserId;
    }

    /// <summary>What tells a client where to sign in.</summary>
    public static string Challenge(SandboxOrganization organization, Uri root)
    {
        var authority = $"https://login.microsoftonline.com/{organization.Settings.TenantId}/oauth2/authorize";
        return $"Bearer authorization_uri={authority}, resource_id={root.GetLeftPart(UriPartial.Authority)}/";
    }

    private static bool HasBearer(SandboxRequest request) =>
        request.Header("Authorization") is { } value
        && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && value.Length > Bearer.Length;
}
