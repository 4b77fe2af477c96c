using System.Management.Automation;
using System.Security;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Cmdlets.Authentication;

/// <summary>Changes an authentication setting. Only what is given is sent.</summary>
[Cmdlet(VerbsCommon.Set, "OcAuthSetting", SupportsShouldProcess = true)]
[OutputType(typeof(AuthSetting))]
public sealed class SetOcAuthSettingCommand : OcConnectedCmdlet
{
    /// <summary>The setting, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>How customers are authenticated; what that needs must be there or be given.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(AuthenticationType))]
    public AuthenticationType? AuthenticationType { get; set; }

    /// <summary>The client's identifier at the authorization server, at most 100 characters.</summary>
    [Parameter]
    public string? ClientId { get; set; }

    /// <summary>The client's secret, at most 100 characters. It is written and never read back.</summary>
    [Parameter]
    public SecureString? ClientSecret { get; set; }

    /// <summary>
    /// The scopes to ask for, in place of those that are there; at most 100 characters with a blank between each two.
    /// </summary>
    [Parameter]
    public string[]? Scope { get; set; }

    /// <summary>Where the authorization server hands out access tokens: HTTPS, at most 600 characters.</summary>
    [Parameter]
    [UriTransformation]
    public Uri? AccessTokenUrl { get; set; }

    /// <summary>Where what the scopes ask for can be read: HTTPS, at most 100 characters.</summary>
    [Parameter]
    [UriTransformation]
    public Uri? DecryptedTokenUrl { get; set; }

    /// <summary>Where the authorization server sends the customer back to: HTTPS, at most 600 characters.</summary>
    [Parameter]
    [AllowNull]
    [UriTransformation]
    public Uri? RedirectUrl { get; set; }

    /// <summary>What else to send to the authorization server, at most 600 characters; empty text clears it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? AdditionalParameters { get; set; }

    /// <summary>
    /// Where the public key is, by which the chat's token is checked: HTTPS, at most 2,048 characters.
    /// </summary>
    [Parameter]
    [UriTransformation]
    public Uri? PublicKeyUrl { get; set; }

    /// <summary>The function of the chat's page that hands in the token, at most 100 characters.</summary>
    [Parameter]
    public string? JavaScriptFunction { get; set; }

    /// <summary>
    /// The custom action that makes a token into a customer; empty text clears it. The column's use is inferred.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    public string? TokenAction { get; set; }

    /// <summary>Authentication rich messages that the setting gets in addition.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? AddRichMessage { get; set; }

    /// <summary>Rich messages that the setting loses. The messages themselves stay.</summary>
    [Parameter]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<RichMessage>))]
    public RecordIdentity[]? RemoveRichMessage { get; set; }

    /// <summary>
    /// Further settings to set, as a hashtable of keys and values; an empty value removes the key, others stay.
    /// </summary>
    [Parameter]
    [TextMapTransformation]
    public TextMap? Entry { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the setting as it is after the change; with -WhatIf, as it would be.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity.Source;

    /// <inheritdoc/>
    protected override string? InputKey => Identity.Key;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var values = GivenValues<AuthSetting>(emptyMeansNotGiven: false);
        var entries = Entry?.Texts ?? new Dictionary<string, string>();
        if (entries.Count == 0 && AddRichMessage is null && RemoveRichMessage is null)
            values.RequireAny();

        values.Check(isNew: false);
        AuthSettingParts.Check(entries);
        var records = new RecordPipeline(pipeline, connection);
        var parts = new AuthSettingParts(records.Store, allAtOnce: false, cancellationToken);
        var setting = await parts.CompleteAsync(
            await records.Store.FindAsync<AuthSetting>(
                Identity, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
        AuthSettingRules.CheckChange(values, setting);
        var added = await AuthSettingMessages.FindAsync(records.Store, setting, AddRichMessage ?? [], cancellationToken)
            .ConfigureAwait(false);
        var removed = await records.Store.FindReferencesAsync<RichMessage>(RemoveRichMessage ?? [], cancellationToken)
            .ConfigureAwait(false);
        var changes = await parts.ChangeAsync(
            new RecordReference(setting.Id, setting.Name), added, removed, entries, cancellationToken)
            .ConfigureAwait(false);
        var update = RecordWrite.Update(setting, values, IsOn(nameof(Force)) ? null : Identity.ETag);
        await records.CommitAllAsync(
            values.Count > 0 ? [update, .. changes] : changes,
            AuthSettingParts.Apply((AuthSetting)update.After!, setting, added, removed, entries),
            IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never,
            parts.CompleteAsync,
            cancellationToken).ConfigureAwait(false);
    }
}
