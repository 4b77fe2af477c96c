using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.QuickReplies;

/// <summary>A quick reply: a text that representatives send with a few keys.</summary>
[Table(
    "msdyn_cannedmessage",
    Set = "msdyn_cannedmessages",
    DisplayName = "quick reply",
    KeyProperties = [nameof(Name), nameof(Locale)],
    Section = "quickReplies")]
public sealed record QuickReply : OcRecord
{
    /// <summary>The locale of a reply for which none is given; it is the column's own default.</summary>
    public const string DefaultLocale = "en-US";

    /// <summary>The reply's title, 1 to 100 characters.</summary>
    [Text("msdyn_title", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Its text, 1 to 4,000 characters.</summary>
    [Text("msdyn_message", MaxLength = 4000, Required = true)]
    public string Message { get; init; } = "";

    /// <summary>The locale of the text, such as <c>en-US</c>.</summary>
    [Locale("msdyn_locale_field", Required = true)]
    public string? Locale { get; init; }

    /// <summary>The workstreams in which it is offered; none means all.</summary>
    [Links("msdyn_msdyn_cannedmessage_liveworkstream", typeof(Workstream))]
    public IReadOnlyList<RecordReference> Workstreams { get; init; } = [];

    /// <summary>The tags by which it is found.</summary>
    [Links("msdyn_msdyn_cannedmessage_msdyn_octag", typeof(Tag))]
    public IReadOnlyList<RecordReference> Tags { get; init; } = [];

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }

    /// <summary>A locale as the product spells it.</summary>
    /// <exception cref="OcValidationException">The product does not know it.</exception>
    public static string CheckedLocale(string locale)
    {
        var values = new RecordValues(TableModel.Of<QuickReply>()) { [nameof(Locale)] = locale };
        values.Check(isNew: false);
        return (string)values[nameof(Locale)]!;
    }

    /// <summary>The condition that a reply is in a locale.</summary>
    public static ODataFilter OfLocale(string locale) =>
        TableModel.Of<QuickReply>().Column(nameof(Locale)).Declaration.IsEqualTo(locale);

    /// <summary>Whether the reply is offered in a locale and in a workstream; null stands for any.</summary>
    public bool IsOffered(string? locale, Guid? workstreamId)
    {
        if (locale is not null && locale != Locale)
            return false;

        return workstreamId is null
            || Workstreams.Count == 0
            || Workstreams.Any(workstream => workstream.Id == workstreamId);
    }
}
