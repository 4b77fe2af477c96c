using System.Collections.Frozen;

namespace OmnichannelAdmin.Messaging;

/// <summary>
/// Says in the words of the steps that set up a channel's authentication what a refused token means. What Entra's code
/// means in general is in the message that goes with it.
/// </summary>
internal static class MessagingTokenAdvice
{
    private const string ResourceUnknown = "EnvironmentNotInTenant";

    private static readonly FrozenDictionary<string, string> ById = new Dictionary<string, string>
    {
        ["ApplicationUnknown"] =
            "The channel's application (client) ID is not one of the tenant's app "
            + "registrations: copy it from the app's "
            + "Overview page into the channel (Set-OcCustomChannel -AppId), and the Directory (tenant) ID beside it "
            + "(-TenantId).",
        ["TenantUnknown"] =
            "The channel's tenant ID is wrong: copy the Directory (tenant) ID from the app's "
            + "Overview page into the channel "
            + "(Set-OcCustomChannel -TenantId).",
        ["ClientSecretWrong"] =
            "The secret is not one of the channel's app: in the app registration that the channel "
            + "names, make a client secret "
            + "and use its value.",
        ["ClientSecretExpired"] =
            "The client secret of the channel's app has come to its end: make a new one in its app registration.",
        ["CertificateNotRegistered"] =
            "The certificate is not one of the channel's app: upload it in the app registration "
                + "that the channel names.",
        [ResourceUnknown] =
            "The tenant does not know the scope of the messaging API: "
            + "check organization id and zone (Get-OcMessagingScope), "
            + "and that the app registration is in the environment's own tenant.",
        ["ConsentMissing"] = "The channel's app registration lacks an administrator's consent.",
    }.ToFrozenDictionary();

    /// <summary>The advice for the id of a sign-in's failure, or null.</summary>
    /// <param name="id">The id.</param>
    /// <param name="scope">The scope that was asked for.</param>
    public static string? Find(string id, string scope) =>
        id == ResourceUnknown && scope.StartsWith("api://", StringComparison.OrdinalIgnoreCase)
            ? $"No app registration of the tenant has the Application ID URI of {scope}: set it under Expose an API, "
                + "or give -Scope with the one that is set there."
            : ById.GetValueOrDefault(id);
}
