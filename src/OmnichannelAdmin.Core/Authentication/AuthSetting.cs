using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Authentication;

/// <summary>How a channel finds out who its customers are.</summary>
[Table(
    "msdyn_authenticationsettings",
    Set = "msdyn_authenticationsettingses",
    DisplayName = "authentication setting",
    Section = "authSettings")]
public sealed record AuthSetting : OcRecord
{
    /// <summary>The setting's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>
    /// The kind of channel it is for. Settings from before there were others have none and are for live chat.
    /// </summary>
    [Choice("msdyn_ocauthchanneltype")]
    public AuthChannelType? ChannelType { get; init; }

    /// <summary>How customers are authenticated.</summary>
    [Choice("msdyn_authenticationtype")]
    public AuthenticationType? AuthenticationType { get; init; }

    /// <summary>The client's identifier at the authorization server, at most 100 characters.</summary>
    [Text("msdyn_authenticationclientid", MaxLength = 100)]
    public string? ClientId { get; init; }

    /// <summary>
    /// Whether there is a client secret, at most 100 characters. The column is secured; its value is never read.
    /// </summary>
    [Secret("msdyn_authenticationclientsecret", MaxLength = 100)]
    public SecretState ClientSecret { get; init; }

    /// <summary>The scopes to ask for, at most 100 characters with the blanks in between.</summary>
    [TextList("msdyn_authenticationscopes", MaxLength = 100)]
    public TextList? Scope { get; init; }

    /// <summary>Where the authorization server hands out access tokens, at most 600 characters.</summary>
    [Text("msdyn_accesstokenurl", MaxLength = 600, Format = TextFormat.HttpsUrl)]
    public Uri? AccessTokenUrl { get; init; }

    /// <summary>Where what the scopes ask for can be read, at most 100 characters.</summary>
    [Text("msdyn_decryptedtokenurl", MaxLength = 100, Format = TextFormat.HttpsUrl)]
    public Uri? DecryptedTokenUrl { get; init; }

    /// <summary>Where the authorization server sends the customer back to, at most 600 characters.</summary>
    [Text("msdyn_redirecturi", MaxLength = 600, Format = TextFormat.HttpsUrl)]
    public Uri? RedirectUrl { get; init; }

    /// <summary>What else to send to the authorization server, at most 600 characters.</summary>
    [Text("msdyn_additionalparams", MaxLength = 600)]
    public string? AdditionalParameters { get; init; }

    /// <summary>
    /// Where the public key is, by which a chat's token is checked; at most 2,048 characters, 256 in older
    /// environments.
    /// </summary>
    [Text("msdyn_publickeyurl", MaxLength = 2048, Format = TextFormat.HttpsUrl)]
    public Uri? PublicKeyUrl { get; init; }

    /// <summary>The function of the chat's page that hands in the token, at most 100 characters.</summary>
    [Text("msdyn_javascriptclientfunction", MaxLength = 100)]
    public string? JavaScriptFunction { get; init; }

    /// <summary>
    /// The custom action that makes a token into a customer, at most 4,000 characters. The column's use is inferred.
    /// </summary>
    [Text("msdyn_actionname", MaxLength = 4000)]
    public string? TokenAction { get; init; }

    /// <summary>
    /// The rich messages by which representatives ask customers to sign in. They are rows of a table in between.
    /// </summary>
    public IReadOnlyList<RecordReference> RichMessages { get; init; } = [];

    /// <summary>Further settings by their keys. They are rows of a table of their own.</summary>
    public IReadOnlyDictionary<string, string?> Entries { get; init; } = new Dictionary<string, string?>();

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>Whether an Apple Messages for Business account can use it.</summary>
    public bool IsForApple => ChannelType == AuthChannelType.AppleMessagesForBusiness;

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related) => AuthSettingRules.CheckRecord(this);
}
