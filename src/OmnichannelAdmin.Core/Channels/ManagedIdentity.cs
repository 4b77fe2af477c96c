using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>
/// A managed identity of the Power Platform: the app registration whose token the platform sends with its posts to a
/// channel's webhook.
/// </summary>
[Table(
    "managedidentity",
    Set = "managedidentities",
    DisplayName = "managed identity",
    OnlyFor = WebhookAuthentication.FeatureName)]
public sealed record ManagedIdentity : OcRecord
{
    private const int NameLength = 100;

    // As many characters as a GUID has in text form.
    private const int GuidLength = 36;

    /// <summary>The name, 1 to 100 characters.</summary>
    [Text("name", MaxLength = NameLength, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The application (client) id.</summary>
    [Text("applicationid", MaxLength = GuidLength, Format = TextFormat.GuidText, Required = true)]
    public string? ApplicationId { get; init; }

    /// <summary>The tenant of the application.</summary>
    [Text("tenantid", MaxLength = GuidLength, Format = TextFormat.GuidText)]
    public string? TenantId { get; init; }

    /// <summary>What it proves itself with.</summary>
    [Choice("credentialsource")]
    public CredentialSource? CredentialSource { get; init; }

    /// <summary>How far its subject reaches.</summary>
    [Choice("subjectscope")]
    public SubjectScope? SubjectScope { get; init; }

    /// <summary>The values of the identity that a channel's webhook needs.</summary>
    /// <exception cref="OcValidationException">The channel has no webhook, application or tenant.</exception>
    internal static RecordValues For(CustomChannel channel)
    {
        if (channel.WebhookUrl is null || channel.AppId is null || channel.TenantId is null)
        {
            throw new OcValidationException(
                nameof(CustomChannel.WebhookUrl),
                "ChannelCannotSign",
                $"'{channel.Name}' lacks a webhook, an AppId or a TenantId, "
                + "and so nothing can be signed for it. Set-OcCustomChannel "
                + "sets them on a channel of the Messaging API.");
        }

        var name = $"{channel.Name} webhook";
        var values = new RecordValues(TableModel.Of<ManagedIdentity>())
        {
            [nameof(Name)] = name[..Math.Min(name.Length, NameLength)],
            [nameof(ApplicationId)] = channel.AppId,
            [nameof(TenantId)] = channel.TenantId,
            [nameof(CredentialSource)] = Channels.CredentialSource.Managed,
            [nameof(SubjectScope)] = Channels.SubjectScope.Environment,
        };
        values.Check(isNew: true);
        return values;
    }
}
