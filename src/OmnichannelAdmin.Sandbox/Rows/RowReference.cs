namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>What a lookup holds: the table and id of the row that it points at.</summary>
/// <param name="Table">The table's logical name.</param>
/// <param name="Id">The row's id.</param>
public sealed record RowReference(string Table, Guid Id);
