namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>A table: its names and its columns.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, Column> _byProperty;
    private readonly Dictionary<string, Column> _byNavigation;

    public Table(IReadOnlyList<Column> columns)
    {
        Columns = columns;
        VisibleColumns = columns.Where(column => !column.Hidden).ToList();
        for (var ordinal = 0; ordinal < columns.Count; ordinal++)
            columns[ordinal].Ordinal = ordinal;

        _byProperty = columns.ToDictionary(column => column.PropertyName, StringComparer.Ordinal);
        _byNavigation = columns.Where(column => column.NavigationProperty is not null)
            .ToDictionary(column => column.NavigationProperty!, StringComparer.Ordinal);
        State = columns.FirstOrDefault(column => column.Type == ColumnType.State);
        Status = columns.FirstOrDefault(column => column.Type == ColumnType.Status);
    }

    /// <summary>The name in lower case.</summary>
    public required string LogicalName { get; init; }

    /// <summary>The name as its maker wrote it; privileges are named after it.</summary>
    public required string SchemaName { get; init; }

    /// <summary>The name in URLs.</summary>
    public required string EntitySetName { get; init; }

    /// <summary>The name that people read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Who owns its rows: UserOwned, OrganizationOwned, BusinessOwned or None.</summary>
    public required string Ownership { get; init; }

    /// <summary>
    /// Whether its rows are the pairs of a many-to-many relationship, which are read here and changed by linking only.
    /// </summary>
    public bool IsIntersect { get; init; }

    /// <summary>The columns, in the order in which rows write them.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Those that clients see.</summary>
    public IReadOnlyList<Column> VisibleColumns { get; }

    /// <summary>The column of the row's own id.</summary>
    public required Column PrimaryId { get; init; }

    /// <summary>The column of the row's name, or null where the table has none.</summary>
    public required Column? PrimaryName { get; init; }

    /// <summary>The column that says active or inactive, or null.</summary>
    public Column? State { get; }

    /// <summary>The column of the reason behind the state, or null.</summary>
    public Column? Status { get; }

    /// <summary>The column behind a property of the Web API, or null.</summary>
    public Column? FindProperty(string propertyName) => _byProperty.GetValueOrDefault(propertyName);

    /// <summary>The column behind a single-valued navigation property, or null.</summary>
    public Column? FindNavigation(string navigationProperty) => _byNavigation.GetValueOrDefault(navigationProperty);

    /// <summary>The column of that name.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public Column Column(string logicalName) =>
        FindColumn(logicalName)
        ?? throw new ArgumentException($"Table {LogicalName} has no column {logicalName}.", nameof(logicalName));

    /// <summary>The column of that name, or null.</summary>
    public Column? FindColumn(string logicalName) =>
        FindProperty(logicalName) ?? FindProperty($"_{logicalName}_value");

    /// <inheritdoc/>
    public override string ToString() => LogicalName;
}
