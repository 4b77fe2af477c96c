using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>The text of an automated message in one more language.</summary>
[Table(
    "msdyn_oclocalizationdata",
    Set = "msdyn_oclocalizationdatas",
    DisplayName = "translation",
    NameProperty = nameof(Text),
    KeyProperties = [nameof(Message), nameof(Language)],
    Section = "messageTranslations")]
public sealed record MessageTranslation : OcRecord
{
    /// <summary>The text, 1 to 1,000 characters.</summary>
    [Text("msdyn_localizedtext", MaxLength = 1000, Required = true)]
    public string Text { get; init; } = "";

    /// <summary>The message.</summary>
    [Lookup("msdyn_systemmessageid", typeof(AutomatedMessage), Navigation = "msdyn_systemmessageid", Required = true)]
    public RecordReference? Message { get; init; }

    /// <summary>The language.</summary>
    [Lookup("msdyn_customerlanguageid", typeof(Language), Navigation = "msdyn_customerlanguageid", Required = true)]
    public RecordReference? Language { get; init; }

    /// <summary>The language's Windows locale identifier.</summary>
    [Number("msdyn_languagecode", Max = 100000, Derived = true)]
    public int? LanguageCode { get; init; }

    /// <summary>The logical name of the table that the text stands in for: the messages'.</summary>
    [Text("msdyn_entityname", MaxLength = 100, Derived = true)]
    public string? EntityName { get; init; }

    /// <summary>The logical name of the column that the text stands in for: the text's.</summary>
    [Text("msdyn_entitycolumnname", MaxLength = 100, Derived = true)]
    public string? EntityColumnName { get; init; }

    /// <summary>The GUID of the message once more, as text.</summary>
    [Text("msdyn_entityrecordid", MaxLength = 100, Derived = true)]
    public string? EntityRecordId { get; init; }

    /// <summary>The table holds texts for rows of other tables too.</summary>
    internal override bool IsOutsideDocuments => Message is null;

    /// <summary>Says of which message a new text is, and in which language, in all the columns that say so.</summary>
    /// <param name="values">What is to be written.</param>
    /// <param name="message">The message.</param>
    /// <param name="language">The language.</param>
    public static void Assign(RecordValues values, RecordReference message, Language language)
    {
        values[nameof(Message)] = message;
        values[nameof(Language)] = new RecordReference(language.Id, language.Name);
        values[nameof(LanguageCode)] = language.LocaleId;
        values[nameof(EntityName)] = TableModel.Of<AutomatedMessage>().LogicalName;
        values[nameof(EntityColumnName)] =
            TableModel.Of<AutomatedMessage>().Column(nameof(AutomatedMessage.Message)).Declaration.Column;
        values[nameof(EntityRecordId)] = message.Id.ToString();
    }

    /// <inheritdoc/>
    internal override void FillIn(RecordValues values, IRelatedRecords related)
    {
        if (Message is not null && related.Find<Language>(Language) is { } language)
            Assign(values, Message, language);
    }
}
