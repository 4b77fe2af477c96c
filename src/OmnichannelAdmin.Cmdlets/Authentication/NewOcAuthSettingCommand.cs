using System.Management.Automation;
using System.Security;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Cmdlets.Authentication;

/// <summary>Makes an authentication setting.</summary>
[Cmdlet(VerbsCommon.New, "OcAuthSetting", SupportsShouldProcess = true, DefaultParameterSetName = AppleCodeFlow)]
[OutputType(typeof(AuthSetting))]
public sealed class NewOcAuthSettingCommand : OcConnectedCmdlet
{
    private const string AppleCodeFlow = "AppleCodeFlow";
    private const string AppleOpenIdConnect = "AppleOpenIdConnect";
    private const string ChatToken = "ChatToken";
    private const string ChatCodeFlow = "ChatCodeFlow";

    /// <summary>The setting's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>
    /// The kind of channel that the setting is for; what else is given tells it too. Apple Messages for Business unless
    /// a parameter of live chat is given.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(AuthChannelType))]
    public AuthChannelType? ChannelType { get; set; }

    /// <summary>
    /// How customers are authenticated; what else is given tells it too. Apple Messages for Business uses the code
    /// flow, and OpenID Connect when an access token URL is given.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(AuthenticationType))]
    public AuthenticationType? AuthenticationType { get; set; }

    /// <summary>The client's identifier at the authorization server, at most 100 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleCodeFlow, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = AppleOpenIdConnect, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ChatCodeFlow, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ClientId { get; set; }

    /// <summary>The client's secret, at most 100 characters. It is written and never read back.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleCodeFlow)]
    [Parameter(Mandatory = true, ParameterSetName = AppleOpenIdConnect)]
    [Parameter(Mandatory = true, ParameterSetName = ChatCodeFlow)]
    [AllowNull]
    public SecureString? ClientSecret { get; set; }

    /// <summary>
    /// The scopes to ask for, exactly as the provider spells them; at most 100 characters with a blank between each
    /// two.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleCodeFlow, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = AppleOpenIdConnect, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ChatCodeFlow, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? Scope { get; set; }

    /// <summary>Where the authorization server hands out access tokens: HTTPS, at most 600 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleOpenIdConnect, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ChatCodeFlow, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? AccessTokenUrl { get; set; }

    /// <summary>Where what the scopes ask for can be read: HTTPS, at most 100 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AppleCodeFlow, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = AppleOpenIdConnect, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? DecryptedTokenUrl { get; set; }

    /// <summary>Where the authorization server sends the customer back to: HTTPS, at most 600 characters.</summary>
    [Parameter(ParameterSetName = AppleOpenIdConnect, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ChatCodeFlow, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? RedirectUrl { get; set; }

    /// <summary>What else to send to the authorization server, at most 600 characters.</summary>
    [Parameter(ParameterSetName = AppleOpenIdConnect, ValueFromPipelineByPropertyName = true)]
    public string? AdditionalParameters { get; set; }

    /// <summary>
    /// Where the public key is, by which the chat's token is checked: HTTPS, at most 2,048 characters.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ChatToken, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [UriTransformation]
    public Uri? PublicKeyUrl { get; set; }

    /// <summary>The function of the chat's page that hands in the token, at most 100 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ChatToken, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? JavaScriptFunction { get; set; }

    /// <summary>The custom action that makes a token into a customer. The column's use is inferred.</summary>
    [Parameter(ParameterSetName = ChatCodeFlow, ValueFromPipelineByPropertyName = true)]
    public string? TokenAction { get; set; }

    /// <summary>Authentication rich messages by which representatives ask customers to sign in.</summary>
    [Parameter(ParameterSetName = AppleCodeFlow)]
    [Parameter(ParameterSetName = AppleOpenIdConnect)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? RichMessage { get; set; }

    /// <summary>Further settings as a hashtable of keys and values, each at most 100 characters.</summary>
    [Parameter]
    [TextMapTransformation]
    public TextMap? Entry { get; set; }

    /// <summary>Answers with the setting of that name when there is one, instead of making a second.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the setting as it would be. One that is made is always answered with.
    /// </summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object that the pipeline handed in, which errors name as their target.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => (object?)InputObject ?? Name;

    /// <inheritdoc/>
    protected override string? InputKey => Name;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<AuthSetting>(emptyMeansNotGiven: true);
        AuthSettingRules.FillKind(values);
        AuthSettingRules.CheckNew(values);
        var entries = Entry?.Texts ?? new Dictionary<string, string>();
        AuthSettingParts.Check(entries);
        var records = new RecordPipeline(pipeline, connection);
        var parts = new AuthSettingParts(records.Store, allAtOnce: false, cancellationToken);
        if (IsOn(nameof(IfNotExists)) && await records.AnswerExistingAsync<AuthSetting>(
            values, parts.CompleteAsync, cancellationToken).ConfigureAwait(false))
            return;

        var create = RecordWrite.Create(values, Guid.NewGuid());
        var setting = (AuthSetting)create.After!;
        var messages = await AuthSettingMessages.FindAsync(records.Store, setting, RichMessage, cancellationToken)
            .ConfigureAwait(false);
        if (setting.IsForApple)
            AppleDeprecation.WarnOnce(pipeline, connection);

        var planned = setting with
        {
            RichMessages = messages,
            Entries = entries.ToDictionary(entry => entry.Key, entry => (string?)entry.Value),
        };
        await records.CommitAllAsync(
            [create, .. parts.Add(new RecordReference(planned.Id, planned.Name), planned)],
            planned,
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten,
            parts.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
