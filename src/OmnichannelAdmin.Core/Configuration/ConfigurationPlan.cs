using System.Text.Json;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// What it takes to make an environment like a document: every change with its values before and after.
/// </summary>
public sealed record ConfigurationPlan
{
    /// <summary>The environment that the plan was made from.</summary>
    public required Uri Environment { get; init; }

    /// <summary>The organization that the plan was made from; the plan is good for no other.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>One entry per record, in the order in which changes are carried out.</summary>
    public required IReadOnlyList<PlannedChange> Changes { get; init; }

    /// <summary>The rows that changes rely on.</summary>
    public IReadOnlyList<PlanGuard> Guards { get; init; } = [];

    /// <summary>Whether there is anything to do.</summary>
    public bool HasChanges => Unchanged < Changes.Count;

    /// <summary>How many records are to be made.</summary>
    public int Creates => Count(PlanAction.Create);

    /// <summary>How many records are to be changed.</summary>
    public int Updates => Count(PlanAction.Update);

    /// <summary>How many records are to be removed.</summary>
    public int Deletes => Count(PlanAction.Delete);

    /// <summary>How many records are as the document says.</summary>
    public int Unchanged => Count(PlanAction.NoChange);

    /// <summary>The plan as lines for people.</summary>
    public IReadOnlyList<PlanLine> Lines => [.. PlanText.Lines(this)];

    /// <summary>What the plan does, in one line.</summary>
    public string Summary => PlanText.Summary(this);

    /// <summary>Whether a text looks like a plan file, and not like a configuration.</summary>
    public static bool IsPlan(string json) => PlanFile.IsPlan(json);

    /// <summary>Reads a plan that was saved.</summary>
    /// <param name="json">The file's text.</param>
    /// <exception cref="PlanRefusedException">The text is no plan, or somebody edited it.</exception>
    public static ConfigurationPlan Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return PlanFile.Read(document.RootElement);
        }
        catch (Exception e) when (
            e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PlanRefusedException("The file is no plan that New-OcPlan saved.", e);
        }
    }

    /// <summary>The plan as the JSON of a plan file.</summary>
    public string ToJson() => PlanFile.Write(this);

    /// <summary>The plan as text for people.</summary>
    public override string ToString() => string.Join(System.Environment.NewLine, Lines);

    private int Count(PlanAction action) => Changes.Count(change => change.Action == action);
}
