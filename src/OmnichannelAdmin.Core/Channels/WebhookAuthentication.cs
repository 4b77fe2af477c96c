using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Channels;

/// <summary>
/// How the platform signs its posts to a channel's webhook, and what the app registration in Entra must trust for that:
/// a federated credential of this issuer, subject and audience.
/// </summary>
public sealed record WebhookAuthentication
{
    /// <summary>What the feature is called where an environment lacks it.</summary>
    internal const string FeatureName = "webhook authentication";

    // The credential is pasted at a prompt, where a quotation mark is not to be written as \u0022.
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How it stands with a channel for which nothing is signed.</summary>
    public static WebhookAuthentication OffFor(CustomChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return new WebhookAuthentication
        {
            Id = channel.Id,
            Name = channel.Name,
            AppId = channel.AppId,
            TenantId = channel.TenantId,
        };
    }

    /// <summary>The GUID of the channel.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name of the channel.</summary>
    public required string Name { get; init; }

    /// <summary>The GUID of the managed identity, or null when the platform signs nothing.</summary>
    public Guid? ManagedIdentityId { get; init; }

    /// <summary>Whether the platform signs its posts, as far as Dataverse knows; Entra is not asked.</summary>
    public bool IsEnabled => ManagedIdentityId is not null;

    /// <summary>The application that trusts the credential.</summary>
    public string? AppId { get; init; }

    /// <summary>The tenant of the application.</summary>
    public string? TenantId { get; init; }

    /// <summary>The issuer that the application must trust.</summary>
    public string? Issuer => IsEnabled ? $"https://login.microsoftonline.com/{TenantId}/v2.0" : null;

    /// <summary>The subject that the application must trust; every change of the webhook makes a new one.</summary>
    public string? Subject { get; init; }

    /// <summary>The audience that the application must trust.</summary>
    public string? Audience => IsEnabled ? "api://AzureADTokenExchange" : null;

    /// <summary>Whether the subject is another than the one that was given as known; null when none was.</summary>
    public bool? SubjectChanged { get; init; }

    /// <summary>The command of the Azure CLI that makes the federated credential, for a PowerShell prompt.</summary>
    public string? AzureCliCommand => IsEnabled
        ? $"{Quote(Credential())} | Set-Content credential.json; "
            + $"az ad app federated-credential create --id {AppId} --parameters '@credential.json'"
        : null;

    /// <summary>The command of Microsoft Graph PowerShell that makes the federated credential.</summary>
    public string? GraphCommand => IsEnabled
        ? "Invoke-MgGraphRequest -Method POST -Uri "
            + Quote($"https://graph.microsoft.com/v1.0/applications(appId='{AppId}')/federatedIdentityCredentials")
            + $" -Body {Quote(Credential())}"
        : null;

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private string Credential() => new JsonObject
    {
        // A name may hold letters, digits, dashes and underlines only, which a channel's own name need not.
        ["name"] = $"webhook-{Id:N}",
        ["issuer"] = Issuer,
        ["subject"] = Subject,
        ["audiences"] = new JsonArray(Audience),
    }.ToJsonString(Readable);
}
