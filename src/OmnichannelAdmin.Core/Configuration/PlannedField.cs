using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>A property of a planned change.</summary>
/// <param name="Property">The property.</param>
/// <param name="Before">The value before, or null.</param>
/// <param name="After">
/// The value after; null for none, a <see cref="SecretReference"/> for a secret, a <see cref="ReferenceSet"/> for
/// links.
/// </param>
public sealed record PlannedField(PropertyModel Property, object? Before, object? After)
{
    /// <summary>The property's name in a document.</summary>
    public string Name => Property.DocumentName;

    internal bool IsSecret => Property is ColumnModel { Declaration.IsSecret: true };

    /// <summary>The value before and the value after.</summary>
    public override string ToString() => $"{Name}: {PlanText.Show(Before)} → {PlanText.Show(After)}";
}
