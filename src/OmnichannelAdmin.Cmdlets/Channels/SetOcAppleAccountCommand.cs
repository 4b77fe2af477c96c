using System.Management.Automation;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>
/// Changes an Apple Messages for Business account. Only what is given is sent, and the switches that follow it.
/// </summary>
[Cmdlet(VerbsCommon.Set, "OcAppleAccount", SupportsShouldProcess = true)]
[OutputType(typeof(AppleAccount))]
public sealed class SetOcAppleAccountCommand : OcConnectedCmdlet
{
    /// <summary>The account, its GUID, or its name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AppleAccount>))]
    public RecordIdentity Identity { get; set; } = null!;

    /// <summary>The new name, 1 to 100 characters.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The account's id, as "Copy ID" in Apple's register gives it; urn:biz: before it is taken off.</summary>
    [Parameter]
    [Alias("BusinessId")]
    public string? AccountId { get; set; }

    /// <summary>The workstream that conversations go to; $null detaches the account.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <summary>The language of the channel; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>Whether representatives can ask customers to authenticate; follows the settings unless given.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? AuthenticationEnabled { get; set; }

    /// <summary>How customers authenticate; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity? AuthSetting { get; set; }

    /// <summary>A second authentication setting, presumably for OpenID Connect; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity? AuthSettingV2 { get; set; }

    /// <summary>Whether representatives can ask for payments; follows the payment profile unless given.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? ApplePayEnabled { get; set; }

    /// <summary>How customers pay; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<PaymentProfile>))]
    public RecordIdentity? PaymentProfile { get; set; }

    /// <summary>Whether customers can attach files.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? CustomerFileAttachments { get; set; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? AgentFileAttachments { get; set; }

    /// <summary>Whether customers get a survey after a conversation; follows the survey unless given.</summary>
    [Parameter]
    [BooleanTransformation]
    public bool? SurveyEnabled { get; set; }

    /// <summary>The survey after a conversation; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity? Survey { get; set; }

    /// <summary>How customers get the survey; only as a link.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(SurveyMode))]
    public SurveyMode? SurveyMode { get; set; }

    /// <summary>What is said with the link to the survey, at most 100 characters; empty text clears it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? SurveyMessage { get; set; }

    /// <summary>
    /// Whether conversations that only a bot took part in have a survey of their own; follows that survey unless given.
    /// </summary>
    [Parameter]
    [BooleanTransformation]
    public bool? BotSurveyEnabled { get; set; }

    /// <summary>The survey after a conversation that only a bot took part in; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity? BotSurvey { get; set; }

    /// <summary>How customers get that survey; only as a link.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(SurveyMode))]
    public SurveyMode? BotSurveyMode { get; set; }

    /// <summary>What is said with the link to that survey, at most 200 characters; empty text clears it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? BotSurveyMessage { get; set; }

    /// <summary>Writes over changes made since the object was read.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Answers with the account as it is after the change; with -WhatIf, as it would be.</summary>
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
        var values = GivenValues<AppleAccount>(emptyMeansNotGiven: false);
        values.RequireAny();
        foreach (var warning in AppleAccountRules.Check(values, isNew: false))
            pipeline.Warn(warning);

        var records = new RecordPipeline(pipeline, connection);
        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        await AppleAccountRules.CheckReferencesAsync(records.Store, values, cancellationToken).ConfigureAwait(false);
        var account = await records.Store.FindAsync<AppleAccount>(Identity, cancellationToken).ConfigureAwait(false);
        AppleAccountRules.MoveSwitches(values, account);
        var write = RecordWrite.Update(account, values, IsOn(nameof(Force)) ? null : Identity.ETag);
        var answer = IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.Never;
        await records.CommitAsync(write, answer, null, cancellationToken).ConfigureAwait(false);
    }
}
