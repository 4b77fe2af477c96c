using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Channels;

/// <summary>A language that a channel can speak to its customers.</summary>
[Table(
    "msdyn_oclanguage",
    Set = "msdyn_oclanguages",
    DisplayName = "language",
    OtherNameProperty = nameof(LocaleCode),
    KeyProperties = [nameof(LocaleCode)])]
public sealed record Language : OcRecord
{
    /// <summary>The language's name as the environment spells it.</summary>
    [Text("msdyn_languagename", MaxLength = 100, Required = true)]
    public string Name { get; init; } = "";

    /// <summary>The locale, such as <c>en-US</c>, by which the language is found as well.</summary>
    [Text("msdyn_localecode", MaxLength = 100)]
    public string? LocaleCode { get; init; }

    /// <summary>The locale's Windows identifier, such as 1033.</summary>
    [Number("msdyn_localeid", Max = 100000)]
    public int? LocaleId { get; init; }

    /// <summary>Whether the row is active.</summary>
    [Choice("statecode", ReadOnly = true)]
    public RecordState? State { get; init; }
}
