namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>A row as it is stored, secured columns included.</summary>
/// <param name="Table">The table's logical name.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Etag">The version, as the Web API would send it.</param>
/// <param name="Values">
/// The values by the columns' logical names; a lookup's value is a <see cref="RowReference"/>, a choice's an int.
/// </param>
public sealed record SandboxRow(string Table, Guid Id, string Etag, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The value of a column; null when it is empty.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public object? this[string column] => Values[column];
}
