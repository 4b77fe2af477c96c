namespace OmnichannelAdmin.Records;

/// <summary>A column of a write.</summary>
/// <param name="Column">The column.</param>
/// <param name="Before">The value before, or null.</param>
/// <param name="After">The value after, or null to clear it.</param>
public sealed record ColumnChange(ColumnModel Column, object? Before, object? After);
