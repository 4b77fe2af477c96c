namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>
/// A many-to-many relationship. The platform gives it one name, which both tables use as their navigation property.
/// </summary>
/// <param name="Name">The relationship's name.</param>
/// <param name="First">The table that the facts list first.</param>
/// <param name="Second">The other table.</param>
/// <param name="NavigationProperty">The collection-valued navigation property of both tables.</param>
/// <param name="IntersectTable">The table that holds the pairs, or null where the facts name none.</param>
/// <param name="Intersect">The same table where the facts name its set, by which the pairs can be read.</param>
internal sealed record ManyToMany(
    string Name, string First, string Second, string NavigationProperty, string? IntersectTable, Table? Intersect)
{
    /// <summary>The table at the other end.</summary>
    public string OtherThan(string table) => table == First ? Second : First;
}
