using System.Collections;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Cmdlets.Messaging;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Sends an activity to a webhook of one's own, as the platform would.</summary>
[Cmdlet(VerbsCommunications.Send, "OcActivity", DefaultParameterSetName = MessageSet, SupportsShouldProcess = true)]
[OutputType(typeof(ActivityDelivery))]
public sealed class SendOcActivityCommand : OcCmdlet
{
    private const string MessageSet = "Message";
    private const string TypingSet = "Typing";
    private const string EventSet = "Event";
    private const string ActivitySet = "Activity";

    /// <summary>The webhook's base address, a channel, or any object that has a WebhookUrl.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("WebhookUrl", "Url")]
    [WebhookTargetTransformation]
    public WebhookTarget Webhook { get; set; } = null!;

    /// <summary>The text of a message, in markdown.</summary>
    [Parameter(Position = 1, ParameterSetName = MessageSet)]
    public string? Text { get; set; }

    /// <summary>
    /// Attachments of a message: hashtables with ContentType, ContentUrl, Name, ThumbnailUrl and Content.
    /// </summary>
    [Parameter(ParameterSetName = MessageSet)]
    public IDictionary[] Attachment { get; set; } = [];

    /// <summary>Says that the representative is typing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TypingSet)]
    public SwitchParameter Typing { get; set; }

    /// <summary>The name of an event; the published ones are completed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EventSet)]
    [ArgumentCompleter(typeof(EventNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? EventName { get; set; }

    /// <summary>
    /// The form of the event: Message, as the platform's samples show it, or Event, as its field table says.
    /// </summary>
    [Parameter(ParameterSetName = EventSet)]
    public ActivityEventForm EventForm { get; set; }

    /// <summary>
    /// A whole activity: from ConvertFrom-OcActivity or Receive-OcActivity, as JSON, or as a hashtable.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ActivitySet)]
    public object? Activity { get; set; }

    /// <summary>The conversation; without it, a new one.</summary>
    [Parameter(ParameterSetName = MessageSet)]
    [Parameter(ParameterSetName = TypingSet)]
    [Parameter(ParameterSetName = EventSet)]
    [ValidateNotNullOrEmpty]
    public string? ConversationId { get; set; }

    /// <summary>The name of the representative that it is from.</summary>
    [Parameter(ParameterSetName = MessageSet)]
    [Parameter(ParameterSetName = EventSet)]
    public string? FromName { get; set; }

    /// <summary>A bearer to sign the post with, as text or SecureString.</summary>
    [Parameter]
    [TokenTransformation]
    public object? AccessToken { get; set; }

    /// <summary>The only root certificates to trust, instead of those that this machine trusts.</summary>
    [Parameter]
    public X509Certificate2[]? TrustedRoot { get; set; }

    /// <summary>The clock of the waits between attempts.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The bearer as it was given.</summary>
    internal GivenBearer Bearer { get; set; } = new(null, nameof(AccessToken));

    /// <inheritdoc/>
    protected override object? ErrorTarget => Webhook.Source;

    /// <inheritdoc/>
    protected override void Prepare() => Bearer = new GivenBearer(AccessToken, nameof(AccessToken));

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        var activity = Activity is null ? Draft() : ActivityInput.Read(Activity);
        var action = $"Send the activity '{activity}' to the webhook {Webhook.RequiredUrl}.";
        if (!await pipeline.ShouldProcessAsync(action, $"{action}\nGo on?").ConfigureAwait(false))
            return;

        using var sender = new ActivitySender(TrustedRoot is null ? null : [.. TrustedRoot], Time);
        var bearer = await Bearer.AskAsync(pipeline).ConfigureAwait(false);
        var delivery = await sender.SendAsync(Webhook.RequiredUrl, activity, bearer, cancellationToken)
            .ConfigureAwait(false);
        await pipeline.WriteAsync(delivery).ConfigureAwait(false);
        if (!delivery.Delivered)
            await pipeline.WriteErrorAsync(Dropped(delivery)).ConfigureAwait(false);
    }

    private Activity Draft()
    {
        if (!IsOn(nameof(Typing)) && EventName is null && Text is null && Attachment.Length == 0)
        {
            throw new OcValidationException(
                nameof(Text), "ActivityIsEmpty", "A message needs -Text, -Attachment or both; -Typing sends typing.");
        }

        return new ActivityDraft
        {
            ConversationId = ConversationId ?? Guid.NewGuid().ToString(),
            ChannelId = Webhook.ChannelId?.ToString(),
            From = FromName is null ? null : new ActivityParty(null, FromName),
            Text = Text,
            Attachments = [.. Attachment.Select(AttachmentInput.Read)],
            EventName = EventName,
            EventForm = EventForm,
        }.ToActivity();
    }

    private OcError Dropped(ActivityDelivery delivery) => new(
        new ActivityDroppedException(delivery),
        "ActivityDropped",
        ErrorCategory.InvalidResult,
        ErrorTarget,
        "Test-OcWebhook finds out what is in the way.");
}
