namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>One value of an order.</summary>
/// <param name="Name">The property, as a paging cookie names it.</param>
/// <param name="Value">The value.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
internal sealed record RowOrderKey(string Name, RowValue Value, bool Descending);
