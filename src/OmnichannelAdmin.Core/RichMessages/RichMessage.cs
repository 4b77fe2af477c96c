using OmnichannelAdmin.QuickReplies;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.RichMessages;

/// <summary>A rich message: a payment, a request to sign in, a list to pick from.</summary>
[Table(
    "msdyn_ocrichobject",
    Set = "msdyn_ocrichobjects",
    DisplayName = "rich message",
    KeyProperties = [nameof(Name), nameof(Locale)],
    Section = "richMessages")]
public sealed record RichMessage : OcRecord
{
    /// <summary>The locale of a message for which none is given.</summary>
    public const string DefaultLocale = "en-US";

    /// <summary>The message's name, 1 to 100 characters.</summary>
    [Text("msdyn_name", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>What it shows.</summary>
    [Choice("msdyn_ocrichobjecttype", Required = true)]
    public RichMessageType? Type { get; init; }

    /// <summary>The kind of channel it is for.</summary>
    [Choice("msdyn_streamsource", Required = true)]
    public StreamSource? Channel { get; init; }

    /// <summary>The locale of its texts, such as <c>en-US</c>.</summary>
    [Locale("msdyn_locale", Required = true, AlsoHolds = LocaleCodes.SerbianLatin)]
    public string? Locale { get; init; }

    /// <summary>Whether representatives may change it before they send it.</summary>
    [Flag("msdyn_allowagenttoedit")]
    public bool? AllowAgentToEdit { get; init; }

    /// <summary>The document as it is stored, at most 9,999 characters. Its form is documented for few types.</summary>
    [Text("msdyn_objectjson", MaxLength = 9999)]
    public string? Json { get; init; }

    /// <summary>
    /// What an editor of the message would see, taken out of <see cref="Json"/>; null where that has another form.
    /// </summary>
    public string? Content => Json is null ? null : RichMessageDocument.FindContent(Json);

    /// <summary>The tags by which it is found.</summary>
    [Links("msdyn_msdyn_ocrichobject_msdyn_octag", typeof(Tag))]
    public IReadOnlyList<RecordReference> Tags { get; init; } = [];

    /// <summary>The workstreams in which it is offered; none means all of its kind of channel.</summary>
    [Links("msdyn_msdyn_ocrichobject_liveworkstream", typeof(Workstream))]
    public IReadOnlyList<RecordReference> Workstreams { get; init; } = [];

    /// <summary>Active when it is published. That a draft is Inactive is assumed; no source says so.</summary>
    [Choice("statecode", InitialValue = RecordState.Active)]
    public RecordState? State { get; init; }

    /// <summary>Finds rich messages that are to be used for one purpose.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="identities">Which ones.</param>
    /// <param name="type">The type that serves the purpose.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OcValidationException">One is of another type.</exception>
    /// <exception cref="RecordNotFoundException">One does not exist.</exception>
    /// <exception cref="AmbiguousNameException">Several have a name.</exception>
    public static async Task<IReadOnlyList<RecordReference>> FindOfTypeAsync(
        RecordStore store, IEnumerable<RecordIdentity> identities, RichMessageType type,
        CancellationToken cancellationToken)
    {
        var found = new List<RecordReference>();
        foreach (var identity in identities)
        {
            var message = await store.FindAsync<RichMessage>(identity, cancellationToken).ConfigureAwait(false);
            message.CheckIsOfType(type);
            found.Add(new RecordReference(message.Id, message.Name));
        }

        return [.. found.Distinct()];
    }

    /// <summary>Refuses a message that is of another type than the one that serves a purpose.</summary>
    /// <exception cref="OcValidationException">It is of another type.</exception>
    public void CheckIsOfType(RichMessageType type)
    {
        if (Type == type)
            return;

        throw new OcValidationException(
            nameof(RichMessage),
            "RichMessageOfOtherType",
            $"The rich message '{Name}' is of the type {Type}; only {type} messages can be used here.");
    }

    /// <inheritdoc/>
    public override void CheckRules(IRelatedRecords related) => RichMessageRules.CheckRecord(this);

    /// <summary>Whether the environment has an active message of a type.</summary>
    public static async Task<bool> ExistsAsync(
        RecordStore store, RichMessageType type, CancellationToken cancellationToken)
    {
        var query =
            new RecordQuery { Filter = TableModel.Of<RichMessage>().Column(nameof(Type)).Declaration.IsEqualTo(type) };
        await foreach (var message in store.ReadAsync<RichMessage>(query, cancellationToken).ConfigureAwait(false))
        {
            if (message.State == RecordState.Active)
                return true;
        }

        return false;
    }
}
