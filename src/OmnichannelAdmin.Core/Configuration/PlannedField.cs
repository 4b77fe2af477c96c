using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>A column of a planned change.</summary>
/// <param name="Column">The column.</param>
/// <param name="Before">The value before, or null.</param>
/// <param name="After">The value after; null for none, a <see cref="SecretReference"/> for a secret.</param>
public sealed record PlannedField(ColumnModel Column, object? Before, object? After)
{
    /// <summary>The column's name in a document.</summary>
    public string Name => ConfigurationModel.NameOf(Column);

    /// <summary>The value before and the value after.</summary>
    public override string ToString() => $"{Name}: {PlanText.Show(Before)} → {PlanText.Show(After)}";
}
