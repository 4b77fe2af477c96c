namespace OmnichannelAdmin.Dataverse;

/// <summary>A column to sort by.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Descending">Whether the greatest value comes first.</param>
public sealed record ODataOrder(string Column, bool Descending = false)
{
    /// <summary>The item as $orderby takes it.</summary>
    public override string ToString() => Descending ? $"{ODataName.Check(Column)} desc" : ODataName.Check(Column);
}
