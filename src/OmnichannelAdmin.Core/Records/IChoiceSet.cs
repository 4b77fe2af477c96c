namespace OmnichannelAdmin.Records;

/// <summary>Several choices, whatever their enum.</summary>
internal interface IChoiceSet
{
    /// <summary>The choices, in the order of their values.</summary>
    IReadOnlyList<Enum> Values { get; }
}
