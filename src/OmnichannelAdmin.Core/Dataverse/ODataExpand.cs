namespace OmnichannelAdmin.Dataverse;

/// <summary>A related row, or rows, to be read along with each row of a query.</summary>
/// <param name="Navigation">The navigation property's name, in its exact case.</param>
/// <param name="Select">The columns to read of the related rows; none for all.</param>
public sealed record ODataExpand(string Navigation, IReadOnlyList<string> Select)
{
    /// <summary>The item as $expand takes it.</summary>
    public override string ToString()
    {
        var navigation = ODataName.Check(Navigation);
        var columns = string.Join(',', Select.Select(ODataName.Check));
        return columns.Length == 0 ? navigation : $"{navigation}($select={columns})";
    }
}
