using System.Text.Json;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Something that is wrong with a configuration.</summary>
/// <param name="Location">Where: the section, the record and the property, as far as they are known.</param>
/// <param name="Text">What is wrong and what to do, as a sentence.</param>
/// <param name="Rule">The stable id of the rule that is broken, or null when the document itself is malformed.</param>
public sealed record ConfigurationProblem(string Location, string Text, string? Rule = null)
{
    /// <summary>The place, the sentence and the rule.</summary>
    public override string ToString() => Rule is null ? $"{Location}: {Text}" : $"{Location}: {Text} [{Rule}]";

    /// <summary>A rule that a record breaks.</summary>
    /// <param name="record">The section and the record.</param>
    /// <param name="table">The record's table.</param>
    /// <param name="refusal">What the rule says.</param>
    internal static ConfigurationProblem Of(string record, TableModel table, OcValidationException refusal)
    {
        var field = table.FindColumn(refusal.Field)?.DocumentName
            ?? JsonNamingPolicy.CamelCase.ConvertName(refusal.Field);
        return new ConfigurationProblem($"{record} {field}", refusal.Message, refusal.Rule);
    }
}
