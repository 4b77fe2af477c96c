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

/// <summary>Makes an Apple Messages for Business account, which is at the same time the channel instance.</summary>
[Cmdlet(VerbsCommon.New, "OcAppleAccount", SupportsShouldProcess = true)]
[OutputType(typeof(AppleAccount))]
public sealed class NewOcAppleAccountCommand : OcConnectedCmdlet
{
    /// <summary>The account's name, 1 to 100 characters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The account's id, as "Copy ID" in Apple's register gives it; urn:biz: before it is taken off.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("BusinessId")]
    [AllowNull]
    [AllowEmptyString]
    public string? AccountId { get; set; }

    /// <summary>The workstream that conversations go to: the workstream, its GUID or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Workstream>))]
    public RecordIdentity? Workstream { get; set; }

    /// <summary>The language of the channel: the language, its GUID, name or locale.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Language>))]
    public RecordIdentity? Language { get; set; }

    /// <summary>
    /// Whether representatives can ask customers to authenticate; on when a setting is given, unless given itself.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? AuthenticationEnabled { get; set; }

    /// <summary>How customers authenticate: the authentication setting, its GUID or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity? AuthSetting { get; set; }

    /// <summary>
    /// A second authentication setting, presumably for OpenID Connect. Which of the two counts is not documented.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity? AuthSettingV2 { get; set; }

    /// <summary>
    /// Whether representatives can ask for payments; on when a payment profile is given, unless given itself.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? ApplePayEnabled { get; set; }

    /// <summary>How customers pay: the payment profile, its GUID or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<PaymentProfile>))]
    public RecordIdentity? PaymentProfile { get; set; }

    /// <summary>Whether customers can attach files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? CustomerFileAttachments { get; set; }

    /// <summary>Whether customer service representatives can attach files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? AgentFileAttachments { get; set; }

    /// <summary>
    /// Whether customers get a survey after a conversation; on when a survey is given, unless given itself.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? SurveyEnabled { get; set; }

    /// <summary>The survey after a conversation: the survey, its GUID or its name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity? Survey { get; set; }

    /// <summary>How customers get the survey; only as a link.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(SurveyMode))]
    public SurveyMode? SurveyMode { get; set; }

    /// <summary>What is said with the link to the survey, at most 100 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? SurveyMessage { get; set; }

    /// <summary>
    /// Whether conversations that only a bot took part in have a survey of their own; on when one is given, unless
    /// given itself.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    public bool? BotSurveyEnabled { get; set; }

    /// <summary>
    /// The survey after a conversation that only a bot took part in: the survey, its GUID or its name.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<Survey>))]
    public RecordIdentity? BotSurvey { get; set; }

    /// <summary>How customers get that survey; only as a link.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(SurveyMode))]
    public SurveyMode? BotSurveyMode { get; set; }

    /// <summary>What is said with the link to that survey, at most 200 characters.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? BotSurveyMessage { get; set; }

    /// <summary>Answers with the account of that name when there is one, instead of making a second.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    /// <summary>
    /// With -WhatIf, answers with the account as it would be. One that is made is always answered with.
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
        var values = GivenValues<AppleAccount>(emptyMeansNotGiven: true);
        AppleAccountRules.MoveSwitches(values, existing: null);
        foreach (var warning in AppleAccountRules.Check(values, isNew: true))
            pipeline.Warn(warning);

        var records = new RecordPipeline(pipeline, connection);
        await records.Store.ResolveAsync(values, cancellationToken).ConfigureAwait(false);
        await AppleAccountRules.CheckReferencesAsync(records.Store, values, cancellationToken).ConfigureAwait(false);
        if (IsOn(nameof(IfNotExists))
            && await records.AnswerExistingAsync(values, cancellationToken).ConfigureAwait(false))
            return;

        AppleDeprecation.WarnOnce(pipeline, connection);
        var answer = IsOn(nameof(PassThru)) ? RecordAnswer.AlsoWhenOnlyAsked : RecordAnswer.WhenWritten;
        await records.CommitAsync(RecordWrite.Create(values, Guid.NewGuid()), answer, null, cancellationToken)
            .ConfigureAwait(false);
    }
}
