using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>The text of an automated message in one more language.</summary>
[Table(
    "msdyn_oclocalizationdata", Set = "msdyn_oclocalizationdatas", DisplayName = "translation", NameProperty = nameof(Text))]
public sealed record MessageTranslation : OcRecord
{
    /// <summary>The text, 1 to 1,000 characters.</summary>
    [Text("msdyn_localizedtext", MaxLength = 1000, Required = true)]
    public string Text { get; init; } = "";

    /// <summary>The message.</summary>
    [Lookup("msdyn_systemmessageid", typeof(AutomatedMessage), Navigation = "msdyn_systemmessageid")]
    public RecordReference? Message { get; init; }

    /// <summary>The language.</summary>
    [Lookup("msdyn_customerlanguageid", typeof(Language), Navigation = "msdyn_customerlanguageid")]
    public RecordReference? Language { get; init; }

    /// <summary>The language's Windows locale identifier.</summary>
    [Number("msdyn_languagecode", Max = 100000)]
    public int? LanguageCode { get; init; }

    /// <summary>The logical name of the table that the text stands in for: the messages'.</summary>
    [Text("msdyn_entityname", MaxLength = 100)]
    public string? EntityName { get; init; }

    /// <summary>The logical name of the column that the text stands in for: the text's.</summary>
    [Text("msdyn_entitycolumnname", MaxLength = 100)]
    public string? EntityColumnName { get; init; }

    /// <summary>The GUID of the message once more, as text.</summary>
    [Text("msdyn_entityrecordid", MaxLength = 100)]
    public string? EntityRecordId { get; init; }
}
