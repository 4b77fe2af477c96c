using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Authentication;

/// <summary>
/// Which properties go with which way to authenticate. Sources: Microsoft's page on authentication settings of March
/// 2025, and of July 2022 for the code flow of Apple Messages for Business, which newer pages no longer describe.
/// </summary>
public static class AuthSettingRules
{
    private static readonly string[] Typed =
    [
        nameof(AuthSetting.ClientId),
        nameof(AuthSetting.ClientSecret),
        nameof(AuthSetting.Scope),
        nameof(AuthSetting.AccessTokenUrl),
        nameof(AuthSetting.DecryptedTokenUrl),
        nameof(AuthSetting.RedirectUrl),
        nameof(AuthSetting.AdditionalParameters),
        nameof(AuthSetting.PublicKeyUrl),
        nameof(AuthSetting.JavaScriptFunction),
        nameof(AuthSetting.TokenAction),
    ];

    private static readonly AuthSettingForm[] Forms =
    [
        new(
            AuthChannelType.AppleMessagesForBusiness,
            AuthenticationType.CodeFlow,
            Needs: ["ClientId", "ClientSecret", "Scope", "DecryptedTokenUrl"],
            MayHave: []),
        new(
            AuthChannelType.AppleMessagesForBusiness,
            AuthenticationType.OpenIdConnect,
            Needs: ["ClientId", "ClientSecret", "Scope", "AccessTokenUrl", "DecryptedTokenUrl"],
            MayHave: ["AdditionalParameters", "RedirectUrl"]),
        new(
            AuthChannelType.LiveChat,
            AuthenticationType.ImplicitFlow,
            Needs: ["PublicKeyUrl", "JavaScriptFunction"],
            MayHave: []),
        new(
            AuthChannelType.LiveChat,
            AuthenticationType.CodeFlow,
            Needs: ["ClientId", "ClientSecret", "Scope", "AccessTokenUrl", "RedirectUrl"],
            MayHave: ["TokenAction"]),
    ];

    /// <summary>
    /// Gives a new setting the channel and the type that its other values tell, where they were not given.
    /// </summary>
    /// <param name="values">What is to be written.</param>
    public static void FillKind(RecordValues values)
    {
        var isChat = IsGiven(values, nameof(AuthSetting.PublicKeyUrl))
            || IsGiven(values, nameof(AuthSetting.JavaScriptFunction))
            || (IsGiven(values, nameof(AuthSetting.RedirectUrl)) && !IsGiven(
                values, nameof(AuthSetting.DecryptedTokenUrl)));
        if (!values.Has(nameof(AuthSetting.ChannelType)))
            values[nameof(AuthSetting.ChannelType)] = isChat
                ? AuthChannelType.LiveChat
                : AuthChannelType.AppleMessagesForBusiness;
        if (!values.Has(nameof(AuthSetting.AuthenticationType)))
            values[nameof(AuthSetting.AuthenticationType)] = TypeOf(values);
    }

    /// <summary>Refuses what a new setting cannot be.</summary>
    /// <param name="values">What is to be written, with its kind.</param>
    /// <exception cref="OcValidationException">A value breaks a rule, is missing, or does not go with the
    /// kind.</exception>
    public static void CheckNew(RecordValues values)
    {
        values.Check(isNew: true);
        CheckWhole(values[nameof(AuthSetting.ChannelType)], values[nameof(AuthSetting.AuthenticationType)], values);
    }

    /// <summary>
    /// Refuses what a setting cannot be. What one for voice consists of is not known, so it is taken as it is.
    /// </summary>
    /// <param name="setting">The setting.</param>
    /// <exception cref="OcValidationException">The setting breaks a rule.</exception>
    public static void CheckRecord(AuthSetting setting)
    {
        if (setting.ChannelType != AuthChannelType.Voice)
            CheckWhole(
                setting.ChannelType ?? AuthChannelType.LiveChat, setting.AuthenticationType, RecordValues.Of(setting));
    }

    /// <summary>Refuses what a setting that exists cannot take.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="setting">The setting as it is.</param>
    /// <exception cref="OcValidationException">A value does not go with the setting's kind, or one that it needs is
    /// cleared.</exception>
    public static void CheckChange(RecordValues values, AuthSetting setting)
    {
        var type = values[nameof(AuthSetting.AuthenticationType)] ?? setting.AuthenticationType;
        if (Typed.All(property => !values.Has(property)) && !values.Has(nameof(AuthSetting.AuthenticationType)))
            return;

        var form = FormOf(setting.ChannelType ?? AuthChannelType.LiveChat, type);
        CheckFits(form, values);
        if (form.Needs.FirstOrDefault(property => values.Has(property) && values[property] is null) is { } cleared)
            throw new OcValidationException(
                cleared, $"{cleared}Missing", $"{cleared} cannot be cleared; {form} needs one.");
        if (values.Has(nameof(AuthSetting.AuthenticationType)))
            CheckHas(form, values, setting);
    }

    private static void CheckWhole(object? channel, object? type, RecordValues values)
    {
        var form = FormOf(channel, type);
        CheckFits(form, values);
        foreach (var property in form.Needs)
        {
            if (!IsGiven(values, property))
                throw new OcValidationException(
                    property, $"{property}Missing", $"{property} is missing; {form} needs one.");
        }
    }

    private static void CheckHas(AuthSettingForm form, RecordValues values, AuthSetting setting)
    {
        var table = TableModel.Of<AuthSetting>();
        var missing = form.Needs.FirstOrDefault(
            property => !values.Has(property) && table.Column(property).ValueOf(setting) is null or SecretState.Unset);
        if (missing is not null)
        {
            throw new OcValidationException(
                missing, $"{missing}Missing",
                $"'{setting.Name}' has no {missing}, which {form} needs; give it along with the type.");
        }
    }

    private static AuthenticationType TypeOf(RecordValues values)
    {
        if (values[nameof(AuthSetting.ChannelType)] is not AuthChannelType.AppleMessagesForBusiness)
            return IsGiven(values, nameof(AuthSetting.ClientId))
                ? AuthenticationType.CodeFlow
                : AuthenticationType.ImplicitFlow;

        return IsGiven(values, nameof(AuthSetting.AccessTokenUrl))
            ? AuthenticationType.OpenIdConnect
            : AuthenticationType.CodeFlow;
    }

    private static AuthSettingForm FormOf(object? channel, object? type) =>
        Forms.FirstOrDefault(
            form => form.Channel.Equals(channel) && form.Type.Equals(type)) ?? throw new OcValidationException(
            nameof(AuthSetting.AuthenticationType),
            "AuthenticationTypeNotForChannel",
            $"What a setting of the type {type ?? "(none)"} for {channel} consists of is not known. Known are: "
            + $"{string.Join("; ", Forms.Select(form => form.ToString()))}.");

    private static void CheckFits(AuthSettingForm form, RecordValues values)
    {
        var misfit = Typed.FirstOrDefault(
            property => values[property] is not (null or SecretState.NotReadable) && !form.Takes(property));
        if (misfit is not null)
        {
            throw new OcValidationException(
                misfit, $"{misfit}NotForType",
                $"{misfit} does not go with {form}, which takes {string.Join(", ", form.Properties)}.");
        }
    }

    private static bool IsGiven(RecordValues values, string property) => values[property] is not null;
}
