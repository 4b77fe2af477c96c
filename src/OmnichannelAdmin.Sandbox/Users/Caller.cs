using System.Net;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>Finds out whom a request comes from, and on whose behalf.</summary>
internal sealed class Caller(SandboxOrganization organization, Guid? signedInUser)
{
    private const string Bearer = "Bearer ";

    private readonly Table _users = organization.Store.Schema.Table("systemuser");

    /// <summary>The caller of a request.</summary>
    /// <exception cref="RefusedException">
    /// The request lacks a token, its user is missing, disabled or without a role, or may not act on behalf of another.
    /// </exception>
    public Identity Identify(SandboxRequest request)
    {
        var userId = UserOfToken(request);
        return organization.Store.Read(() =>
        {
            var user = Member(userId);
            var permissions = new PermissionReader(organization.Store).Read(user);
            return OnBehalf(request) is { } other
                ? Impersonate(user, permissions, other)
                : new Identity(user.Id, permissions);
        });
    }

    /// <summary>What tells a client where to sign in.</summary>
    public static string Challenge(SandboxOrganization organization, Uri root)
    {
        var origin = root.GetLeftPart(UriPartial.Authority);
        var authority = root.IsLoopback ? origin : "https://login.microsoftonline.com";
        return $"Bearer authorization_uri={authority}/{organization.Settings.TenantId}/oauth2/authorize, "
            + $"resource_id={origin}/";
    }

    private Guid UserOfToken(SandboxRequest request)
    {
        var settings = organization.Settings;
        if (TokenOf(request) is not { } token)
            return SignedInUnless(settings.RequireBearer) ?? throw Unauthorized("carries no bearer token");
        if (organization.Tokens.Find(token) is not { } known)
        {
            return SignedInUnless(settings.RequireIssuedToken)
                ?? throw Unauthorized("carries a token that the sandbox did not issue");
        }

        return known.ExpiresAt > settings.Time.GetUtcNow()
            ? known.UserId ?? throw Unauthorized("carries a token that is for something else")
            : throw Unauthorized("carries a token that has expired");
    }

    private Guid? SignedInUnless(bool isRefused) => isRefused ? null : signedInUser;

    private static string? TokenOf(SandboxRequest request)
    {
        var value = request.Header("Authorization");
        return value is not null && value.Length > Bearer.Length
            && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? value[Bearer.Length..].Trim()
                : null;
    }

    private Row Member(Guid userId)
    {
        var user = organization.Store[_users].Find(userId) ?? throw new RefusedException(
            HttpStatusCode.Forbidden,
            ErrorCodes.UserNotMemberOfOrg,
            $"The user {userId} is not a member of the organization.");
        if (user[_users.Column("isdisabled")] is true)
        {
            throw new RefusedException(
                HttpStatusCode.Forbidden,
                ErrorCodes.UserNotEnabled,
                $"The user '{user.Name}' ({user.Id}) is disabled.");
        }

        return new PermissionReader(organization.Store).RolesOf(user.Id).Count > 0
            ? user
            : throw new RefusedException(
                HttpStatusCode.Forbidden,
                ErrorCodes.UserNotAssignedRoles,
                $"The user '{user.Name}' ({user.Id}) has no security role.");
    }

    // CallerObjectId names the user as Entra knows it, MSCRMCallerID as the environment does.
    private Guid? OnBehalf(SandboxRequest request)
    {
        if (request.Header("CallerObjectId") is { } objectId)
        {
            var column = _users.Column("azureactivedirectoryobjectid");
            var id = ParseId("CallerObjectId", objectId);
            return organization.Store[_users].Sorted
                .FirstOrDefault(user => user[column] is Guid found && found == id)?.Id
                ?? throw new RefusedException(
                    HttpStatusCode.Forbidden,
                    ErrorCodes.UserNotMemberOfOrg,
                    $"No user of the organization has the Entra object id {id}.");
        }

        return request.Header("MSCRMCallerID") is { } callerId ? ParseId("MSCRMCallerID", callerId) : null;
    }

    private Identity Impersonate(Row user, Permissions permissions, Guid other)
    {
        if (!new PermissionReader(organization.Store).RolesOf(user.Id).Contains(SeededRoles.SystemAdministrator))
        {
            throw new RefusedException(
                HttpStatusCode.Forbidden,
                ErrorCodes.CannotActOnBehalfOfAnotherUser,
                $"The user '{user.Name}' ({user.Id}) is missing prvActOnBehalfOfAnotherUser privilege.");
        }

        var onBehalf = Member(other);
        return new Identity(
            onBehalf.Id, permissions.And(new PermissionReader(organization.Store).Read(onBehalf)));
    }

    private static Guid ParseId(string header, string text) => Guid.TryParse(text, out var id)
        ? id
        : throw RefusedException.BadRequest(ErrorCodes.InvalidArgument, $"The header {header} is no GUID.");

    private static RefusedException Unauthorized(string why) =>
        new(HttpStatusCode.Unauthorized, string.Empty, $"The request {why}.");
}
