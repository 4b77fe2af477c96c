using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Journal;

/// <summary>A column of a recorded change.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Before">
/// The value before, or null; a <see cref="SecretReference"/> stands for a secret, which is never kept.
/// </param>
/// <param name="After">The value after, or null; likewise.</param>
public sealed record RecordedColumn(string Name, object? Before, object? After)
{
    /// <summary>The value before and the value after.</summary>
    public override string ToString() => $"{Name}: {Show(Before)} → {Show(After)}";

    private static string Show(object? value) => value is SecretReference ? "(secret)" : PlanText.Show(value);
}
