using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>The order of rows: by the values given, and by id where those are equal.</summary>
internal sealed class RowOrder(IReadOnlyList<RowOrderKey> keys) : IComparer<Row>
{
    /// <summary>The order of a query that asks for none.</summary>
    public static readonly RowOrder ById = new([]);

    /// <summary>The values that order, the first one first.</summary>
    public IReadOnlyList<RowOrderKey> Keys { get; } = keys;

    /// <inheritdoc/>
    public int Compare(Row? left, Row? right) => CompareTo(left!, ValuesOf(right!), right!.Id);

    /// <summary>The values that place a row.</summary>
    public object?[] ValuesOf(Row row) => [.. Keys.Select(key => key.Value(row))];

    /// <summary>Compares a row with the place of another.</summary>
    public int CompareTo(Row row, IReadOnlyList<object?> values, Guid id)
    {
        for (var index = 0; index < Keys.Count; index++)
        {
            var order = ValueComparison.CompareForOrder(Keys[index].Value(row), values[index]);
            if (order != 0)
                return Keys[index].Descending ? -order : order;
        }

        return row.Id.CompareTo(id);
    }

    /// <summary>Puts rows, which come in the order of their ids, in this order.</summary>
    public IEnumerable<Row> Apply(IEnumerable<Row> rows) => Keys.Count == 0 ? rows : rows.Order(this);
}
