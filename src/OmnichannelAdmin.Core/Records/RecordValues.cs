using System.Collections;

namespace OmnichannelAdmin.Records;

/// <summary>
/// The columns that a user gave values for; a column that is not here stays as it is. A lookup may still hold a
/// <see cref="RecordIdentity"/>, which <see cref="RecordStore.ResolveAsync"/> turns into a reference.
/// </summary>
public sealed class RecordValues : IEnumerable<KeyValuePair<ColumnModel, object?>>
{
    private readonly Dictionary<ColumnModel, object?> _values = [];

    /// <summary>Makes an empty set of values.</summary>
    /// <param name="table">The table.</param>
    public RecordValues(TableModel table) => Table = table;

    /// <summary>The table.</summary>
    public TableModel Table { get; }

    /// <summary>All that a record has: of a secret its <see cref="SecretState"/>, unless there is none.</summary>
    public static RecordValues Of(OcRecord record)
    {
        var values = new RecordValues(TableModel.Of(record.GetType()));
        foreach (var column in values.Table.Columns)
        {
            if (column.ValueOf(record) is { } value and not SecretState.Unset)
                values[column.Name] = value;
        }

        return values;
    }

    /// <summary>How many columns have a value.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a property's column; setting null clears the column.</summary>
    public object? this[string property]
    {
        get => _values.GetValueOrDefault(Table.Column(property));
        set
        {
            var column = Table.Column(property);
            _values[column] = column.Declaration.Normalize(value);
        }
    }

    /// <summary>Takes the property's column out, so that it stays as it is.</summary>
    public void Leave(string property) => _values.Remove(Table.Column(property));

    /// <summary>Whether the property's column has a value, be it null.</summary>
    public bool Has(string property) => _values.ContainsKey(Table.Column(property));

    /// <summary>Refuses what a column cannot hold, and a new record without what it must have.</summary>
    /// <param name="isNew">Whether the values are for a new record.</param>
    /// <exception cref="OcValidationException">A value breaks a rule.</exception>
    public void Check(bool isNew)
    {
        foreach (var column in Table.Key.Union(Table.Columns).Where(column => column.Declaration.Required))
            Require(column, isNew);

        foreach (var (column, value) in _values)
        {
            if (value is not null and not RecordIdentity)
                column.Declaration.Check(column.Name, value);
        }
    }

    /// <summary>Refuses to change nothing.</summary>
    /// <exception cref="OcValidationException">No value was given.</exception>
    public void RequireAny()
    {
        if (_values.Count == 0)
        {
            throw new OcValidationException(
                Table.DisplayName, "NothingToChange",
                $"Nothing was given to change on the {Table.DisplayName}; name at least one property.");
        }
    }

    /// <summary>The columns in which a record differs from these values.</summary>
    public IReadOnlyList<ColumnChange> DifferencesFrom(OcRecord record) =>
    [
        .. from pair in _values
           where !pair.Key.Declaration.IsSecret
           let there = pair.Key.Declaration.Normalize(pair.Key.ValueOf(record))
           where !Equals(there, pair.Value)
           select new ColumnChange(pair.Key, there, pair.Value),
    ];

    /// <summary>Refuses to leave a property without a value.</summary>
    /// <param name="property">The property.</param>
    /// <param name="isNew">Whether the values are for a new record; in an update "not given" means "stays as it
    /// is".</param>
    /// <exception cref="OcValidationException">The value is missing, or is to be cleared.</exception>
    public void Require(string property, bool isNew) => Require(Table.Column(property), isNew);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<ColumnModel, object?>> GetEnumerator() => _values.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Replace(ColumnModel column, object? value) => _values[column] = value;

    private void Require(ColumnModel column, bool isNew)
    {
        if (_values.TryGetValue(column, out var value) ? value is null : isNew)
        {
            throw new OcValidationException(
                column.Name, $"{column.Name}Missing",
                $"{column.Name} is missing; a {Table.DisplayName} must have one.");
        }
    }
}
