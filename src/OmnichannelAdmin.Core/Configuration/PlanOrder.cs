using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// Puts changes into layers that can be carried out one after the other: what others point at is made before them and
/// removed after them.
/// </summary>
internal static class PlanOrder
{
    /// <summary>The layers of all changes that do something.</summary>
    /// <exception cref="ConfigurationException">Rows to be made point at each other in a circle.</exception>
    public static IReadOnlyList<IReadOnlyList<PlannedChange>> Layers(IReadOnlyCollection<PlannedChange> changes)
    {
        var creates = Stack(Of(changes, PlanAction.Create), field => field.After, isStrict: true);
        var deletes = Stack(Of(changes, PlanAction.Delete), field => field.Before, isStrict: false);
        var updates = Of(changes, PlanAction.Update);
        IReadOnlyList<IReadOnlyList<PlannedChange>> between = updates.Count == 0 ? [] : [updates];
        return [.. creates, .. between, .. Enumerable.Reverse(deletes)];
    }

    private static List<PlannedChange> Of(IEnumerable<PlannedChange> changes, PlanAction action) =>
        [.. changes.Where(change => change.Action == action)];

    // Each layer points only at layers before it.
    private static List<IReadOnlyList<PlannedChange>> Stack(
        List<PlannedChange> changes, Func<PlannedField, object?> value, bool isStrict)
    {
        var layers = new List<IReadOnlyList<PlannedChange>>();
        var waiting = changes.ToDictionary(change => change.Id);
        while (waiting.Count > 0)
        {
            var layer = waiting.Values.Where(change => !PointsAtOneOf(change, waiting, value)).ToList();
            if (layer.Count == 0 && isStrict)
                throw Circle(waiting.Values);
            if (layer.Count == 0)
                layer = [.. waiting.Values];

            layers.Add(layer);
            layer.ForEach(change => waiting.Remove(change.Id));
        }

        return layers;
    }

    private static bool PointsAtOneOf(
        PlannedChange change, Dictionary<Guid, PlannedChange> waiting, Func<PlannedField, object?> value) =>
        change.Fields.SelectMany(field => ReferencesIn(value(field)))
            .Any(reference => reference.Id != change.Id && waiting.ContainsKey(reference.Id));

    /// <summary>The rows that a value points at.</summary>
    public static IEnumerable<RecordReference> ReferencesIn(object? value) => value switch
    {
        RecordReference reference => [reference],
        ReferenceSet references => references,
        _ => [],
    };

    private static ConfigurationException Circle(IEnumerable<PlannedChange> changes) => new(
        [.. changes.Select(change => new ConfigurationProblem(
            $"{change.Section} '{change.Name}'",
            "it cannot be made before a record that in turn needs it first; leave one of the two references out, "
                + "apply, then add it."))]);
}
