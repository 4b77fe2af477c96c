using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>A navigation property that is answered with the row.</summary>
/// <param name="Name">The navigation property.</param>
/// <param name="Lookup">The lookup behind it, or null when it is a collection.</param>
internal sealed record Expansion(string Name, Column? Lookup)
{
    /// <summary>What of the related rows is answered, or null where any table may be at the other end.</summary>
    public Selection? Selection { get; init; }

    /// <summary>Which rows of a collection.</summary>
    public Func<Row, bool> Test { get; init; } = _ => true;

    /// <summary>The order of a collection.</summary>
    public RowOrder Order { get; init; } = RowOrder.ById;

    /// <summary>The most rows of a collection, or null.</summary>
    public int? Top { get; init; }
}
