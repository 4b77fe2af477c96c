using System.Collections.Frozen;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// The refusals of Microsoft Entra that an administrator can do something about. Source: the list of Microsoft Entra
/// authentication and authorization error codes.
/// </summary>
internal static class EntraErrorCatalog
{
    /// <summary>All causes that are known.</summary>
    public static IReadOnlyList<EntraErrorInfo> All { get; } =
    [
        new(
            "ClientSecretWrong",
            "The client secret is wrong. Give the secret's value, which is shown once when it is made, not its ID; or "
            + "make a new one under Certificates & secrets of the app registration.",
            7000215),
        new(
            "ClientSecretExpired",
            "The client secret has expired. Make a new one under Certificates & secrets of the app registration, and "
            + "use that.",
            7000222),
        new(
            "CertificateNotRegistered",
            "The app registration does not know the certificate, or not any more. Upload its public part under "
            + "Certificates & secrets of the app registration.",
            700027),
        new(
            "ApplicationUnknown",
            "The tenant has no application with this client id. Check -ClientId (the application's id, not the object "
            + "id) and -TenantId; an app of another tenant needs an administrator's consent first.",
            700016),
        new("ApplicationDisabled", "The application is disabled. Enable it under Enterprise applications.", 7000112),
        new(
            "TenantUnknown",
            "There is no such tenant in this cloud. Check -TenantId, or leave it out: the environment says which it "
            + "is.",
            90002,
            900023),
        new(
            "EnvironmentNotInTenant",
            "The tenant does not know the environment. The environment belongs to another tenant, or its address is "
            + "not written as it is. Leave -TenantId out: the environment says which it is.",
            500011),
        new(
            "AccountNotInTenant",
            "The account does not belong to the environment's tenant. Sign in with another one, or have this one "
            + "invited.",
            50020,
            50034,
            90072),
        new("AccountDisabled", "The account is disabled. An administrator of the tenant can enable it.", 50057),
        new(
            "ConsentMissing",
            "The application has no consent for Dataverse. An administrator grants it under API permissions of the app "
            + "registration: Dynamics CRM, user_impersonation.",
            65001,
            65004,
            90094),
        new(
            "UserNotAssigned",
            "The application asks for assignment and the user is not assigned. Assign the user under Enterprise "
            + "applications, Users and groups.",
            50105),
        new(
            "ConditionalAccess",
            "A Conditional Access policy refuses this sign-in or asks for more, such as another factor or a managed "
            + "device. Sign in interactively, on a device that the policy accepts, or ask whoever keeps the policies; "
            + "the sign-in log in Entra names the policy.",
            50005,
            50074,
            50076,
            50079,
            50158,
            53000,
            53001,
            53002,
            53003),
        new(
            "FederatedIdentityUnknown",
            "The app registration trusts no such federated identity. Compare issuer, subject and audience of the token "
            + "with the federated credentials under Certificates & secrets of the app registration.",
            70021,
            700211,
            700212,
            700213),
        new(
            "AssertionOutOfTime",
            "The assertion's times do not include the present moment. Check this machine's clock; a federated token "
            + "may have been used too late.",
            700024),
        new(
            "PublicClientNotAllowed",
            "The application is not allowed to sign people in without a secret. Turn on 'Allow public client flows' "
            + "under Authentication of the app registration, or give -ClientSecret or -Certificate.",
            7000218),
        new(
            "RedirectUriMissing",
            "The app registration lacks the redirect URI. Add http://localhost under Authentication, platform 'Mobile "
            + "and desktop applications'.",
            50011),
        new("DeviceCodeExpired", "The code was not used in time. Connect again and enter the new one.", 70019, 70020),
        new(
            "SignInExpired",
            "The sign-in has ended and cannot be renewed. Connect again.",
            50173,
            70043,
            70044,
            70008,
            700082,
            700084),
    ];

    private static readonly FrozenDictionary<int, EntraErrorInfo> ByCode =
        All.SelectMany(info => info.Codes, (info, code) => (info, code))
            .ToFrozenDictionary(pair => pair.code, pair => pair.info);

    /// <summary>What is known of a number, or null.</summary>
    public static EntraErrorInfo? Find(int code) => ByCode.GetValueOrDefault(code);
}
