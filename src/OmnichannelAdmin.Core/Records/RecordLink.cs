namespace OmnichannelAdmin.Records;

/// <summary>One end of a many-to-many relationship, seen from the row that a write names.</summary>
/// <param name="Navigation">The collection-valued navigation property.</param>
/// <param name="Target">The table of the other row.</param>
/// <param name="TargetId">The other row.</param>
/// <param name="TargetName">The other row's name, as far as it is known.</param>
public sealed record RecordLink(string Navigation, TableModel Target, Guid TargetId, string? TargetName = null);
