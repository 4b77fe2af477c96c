using System.Text.Json;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>Prints plans.</summary>
internal static class PlanText
{
    private static readonly Dictionary<PlanAction, char> Marks = new()
    {
        [PlanAction.NoChange] = ' ',
        [PlanAction.Create] = '+',
        [PlanAction.Update] = '~',
        [PlanAction.Delete] = '-',
    };

    public static IEnumerable<PlanLine> Lines(ConfigurationPlan plan)
    {
        yield return new PlanLine(' ', $"{plan.Environment.Host}:");
        foreach (var change in plan.Changes.Where(change => change.Action != PlanAction.NoChange))
        {
            var mark = Marks[change.Action];
            yield return new PlanLine(mark, $"  {mark} {change.Section} '{change.Name}'");
            foreach (var field in change.Fields.Where(field => IsShown(change.Action, field)))
                yield return new PlanLine(mark, $"      {mark} {field.Name} = {Values(change.Action, field)}");
        }

        yield return new PlanLine(' ', $"  {Summary(plan)}");
    }

    public static string Summary(ConfigurationPlan plan) => plan.HasChanges
        ? $"{plan.Creates} to create, {plan.Updates} to update, {plan.Deletes} to delete, {plan.Unchanged} unchanged."
        : $"nothing to change, {plan.Unchanged} records are as the configuration says.";

    /// <summary>A value as a plan shows it.</summary>
    public static string Show(object? value) => value switch
    {
        null => "(none)",
        SecretReference secret => secret.ToString(),
        RecordReference reference => Quote(reference.ToString()),
        ReferenceSet references => $"[{string.Join(", ", references.Select(Show))}]",
        IChoiceSet choices => $"[{string.Join(", ", choices.Values)}]",
        bool or int or Enum => DocumentValue.ToText(value),
        _ => Quote(DocumentValue.ToText(value)),
    };

    private static bool IsShown(PlanAction action, PlannedField field) =>
        action == PlanAction.Update || (field.Before ?? field.After) is not (null or ReferenceSet { Count: 0 });

    private static string Values(PlanAction action, PlannedField field) => action switch
    {
        PlanAction.Create => Show(field.After),
        PlanAction.Delete => Show(field.Before),
        _ => $"{Show(field.Before)} -> {Show(field.After)}",
    };

    // A text of several lines stays on one line.
    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
