using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Cmdlets.Authentication;
using OmnichannelAdmin.Cmdlets.Tests.RichMessages;

namespace OmnichannelAdmin.Cmdlets.Tests.Authentication;

/// <summary>Authentication settings that the tests work with.</summary>
internal static class AuthSettingExamples
{
    public const string Table = "msdyn_authenticationsettings";
    public const string Entries = "msdyn_authsettingsentry";

    /// <summary>The cmdlet that makes a setting for Apple by the code flow.</summary>
    public static NewOcAuthSettingCommand Apple(string name = "Contoso login") => new()
    {
        Name = name,
        ClientId = "contoso-client",
        ClientSecret = Secrets.Of("s3cret"),
        Scope = ["openid", "profile"],
        DecryptedTokenUrl = new Uri("https://login.contoso.example.com/userinfo"),
    };

    /// <summary>The cmdlet that makes a setting for live chat.</summary>
    public static NewOcAuthSettingCommand Chat(string name = "Contoso chat") => new()
    {
        Name = name,
        PublicKeyUrl = new Uri("https://portal.contoso.example.com/_services/auth/publickey"),
        JavaScriptFunction = "auth.getAuthenticationToken",
    };

    /// <summary>Makes a setting for Apple, and the rich message without which none can be.</summary>
    public static async Task<AuthSetting> AddAppleSettingAsync(
        this EnvironmentUnderTest environment, NewOcAuthSettingCommand? command = null)
    {
        await environment.AddMessageAsync(RichMessageExamples.SignIn());
        return await environment.AddAsync<AuthSetting>(command ?? Apple());
    }
}
