namespace OmnichannelAdmin.Records;

/// <summary>One end of a many-to-many relationship, seen from the row that a write names.</summary>
/// <param name="Navigation">The collection-valued navigation property.</param>
/// <param name="Target">The table of the other row.</param>
/// <param name="TargetId">The other row.</param>
public sealed record RecordLink(string Navigation, TableModel Target, Guid TargetId);
