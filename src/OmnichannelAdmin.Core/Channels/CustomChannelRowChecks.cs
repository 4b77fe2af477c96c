using OmnichannelAdmin.Checks;

namespace OmnichannelAdmin.Channels;

/// <summary>The checks that need nothing but a channel's row.</summary>
internal sealed class CustomChannelRowChecks(CustomChannel channel, Guid? environmentTenant)
{
    /// <summary>Makes all of them.</summary>
    /// <param name="checks">Where they are noted.</param>
    public void Make(CheckList checks)
    {
        checks.Add(CustomChannelCheckNames.Row, Row());
        checks.Add(CustomChannelCheckNames.App, App());
        checks.Add(CustomChannelCheckNames.Workstream, Workstream());
        checks.Add(CustomChannelCheckNames.Language, Language());
    }

    private CheckVerdict Row()
    {
        if (channel.State == Records.RecordState.Inactive)
        {
            return CheckVerdict.Failed("The channel is inactive.", "Activate it, or make a new channel in its place.");
        }

        var missing = Missing();
        return missing.Count > 0
            ? CheckVerdict.Failed($"{string.Join(", ", missing)} missing.", "Set-OcCustomChannel sets it.")
            : CheckVerdict.Passed($"A {channel.Kind} channel with all that it needs.");
    }

    private CheckVerdict App()
    {
        if (channel.Kind != CustomChannelKind.MessagingApi)
            return CheckVerdict.Skipped($"A {channel.Kind} channel has none.");
        if (!IsGuid(channel.AppId) || !IsGuid(channel.TenantId))
        {
            return CheckVerdict.Failed(
                $"AppId is '{channel.AppId}' and TenantId '{channel.TenantId}'; "
                    + "both must be GUIDs other than the empty one.",
                "Copy both from the Overview page of the app registration.");
        }

        if (string.Equals(channel.AppId, channel.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            return CheckVerdict.Failed(
                "AppId and TenantId are the same GUID.",
                "Copy the application (client) ID and the directory (tenant) ID, which are different ones.");
        }

        return environmentTenant is { } own
            && !channel.TenantId!.Equals(own.ToString(), StringComparison.OrdinalIgnoreCase)
            ? CheckVerdict.Warning(
                $"The tenant is {channel.TenantId}, that of the environment {own}.",
                "That is right only if the app is registered in another tenant on purpose.")
            : CheckVerdict.Passed($"App {channel.AppId} in tenant {channel.TenantId}.");
    }

    private CheckVerdict Workstream() => channel.Workstream is null
        ? CheckVerdict.Failed(
            "None is linked, so the platform refuses conversations with error 30014.",
            "Link one: Set-OcCustomChannel -Workstream.")
        : CheckVerdict.Passed($"Conversations go to '{channel.Workstream}'.");

    private CheckVerdict Language() => channel.Language is null
        ? CheckVerdict.Warning(
            "None is set.",
            "The admin center asks for one: Set-OcCustomChannel -Language.")
        : CheckVerdict.Passed($"'{channel.Language}'.");

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
