using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Channels;

/// <summary>The checks that need nothing but a channel's row.</summary>
internal sealed class CustomChannelRowChecks(CustomChannel channel, Guid? environmentTenant)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Check> All() => [Row(), App(), Workstream(), Language()];

    private Check Row()
    {
        if (channel.State == Records.RecordState.Inactive)
        {
            return Check.Failed(
                CustomChannelCheckNames.Row, "The channel is inactive.", "Activate it, or make a new channel in its place.");
        }

        var missing = Missing();
        return missing.Count > 0
            ? Check.Failed(CustomChannelCheckNames.Row, $"{string.Join(", ", missing)} missing.", "Set-OcCustomChannel sets it.")
            : Check.Passed(CustomChannelCheckNames.Row, $"A {channel.Kind} channel with all that it needs.");
    }

    private Check App()
    {
        if (channel.Kind != CustomChannelKind.MessagingApi)
            return Check.Skipped(CustomChannelCheckNames.App, $"A {channel.Kind} channel has none.");
        if (!IsGuid(channel.AppId) || !IsGuid(channel.TenantId))
        {
            return Check.Failed(
                CustomChannelCheckNames.App,
                $"AppId is '{channel.AppId}' and TenantId '{channel.TenantId}'; both must be GUIDs other than the empty one.",
                "Copy both from the Overview page of the app registration.");
        }

        if (string.Equals(channel.AppId, channel.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return Check.Failed(
                CustomChannelCheckNames.App,
                "AppId and TenantId are the same GUID.",
                "Copy the application (client) ID and the directory (tenant) ID, which are different ones.");
        }

        return environmentTenant is { } own && !channel.TenantId!.Equals(own.ToString(), StringComparison.OrdinalIgnoreCase)
            ? Check.Warning(
                CustomChannelCheckNames.App,
                $"The tenant is {channel.TenantId}, that of the environment {own}.",
                "That is right only if the app is registered in another tenant on purpose.")
            : Check.Passed(CustomChannelCheckNames.App, $"App {channel.AppId} in tenant {channel.TenantId}.");
    }

    private Check Workstream() => channel.Workstream is null
        ? Check.Failed(
            CustomChannelCheckNames.Workstream,
            "None is linked, so the platform refuses conversations with error 30014.",
            "Link one: Set-OcCustomChannel -Workstream.")
        : Check.Passed(CustomChannelCheckNames.Workstream, $"Conversations go to '{channel.Workstream}'.");

    private Check Language() => channel.Language is null
        ? Check.Warning(
            CustomChannelCheckNames.Language,
            "None is set.",
            "The admin center asks for one: Set-OcCustomChannel -Language.")
        : Check.Passed(CustomChannelCheckNames.Language, $"'{channel.Language}'.");

    private List<string> Missing()
    {
        if (channel.Kind != CustomChannelKind.MessagingApi)
            return [];

        var needed = new (string Name, object? Value)[]
        {
            (nameof(channel.AppId), channel.AppId),
            (nameof(channel.TenantId), channel.TenantId),
            (nameof(channel.WebhookUrl), channel.WebhookUrl),
        };
        return [.. needed.Where(property => property.Value is null or "").Select(property => property.Name)];
    }

    private static bool IsGuid(string? text) => Guid.TryParse(text, out var guid) && guid != Guid.Empty;
}
