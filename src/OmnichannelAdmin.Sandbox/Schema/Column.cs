namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>A column of a table, with the rules that a value must keep.</summary>
internal sealed class Column
{
    /// <summary>The name in lower case, as the table definition has it.</summary>
    public required string LogicalName { get; init; }

    /// <summary>The name as its maker wrote it.</summary>
    public required string SchemaName { get; init; }

    /// <summary>The name that people read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What it holds.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Its place in the values of a row.</summary>
    public int Ordinal { get; set; }

    /// <summary>Whether the platform itself refuses a null; only the platform's own columns are so.</summary>
    public bool SystemRequired { get; init; }

    /// <summary>The requirement level: None, Recommended, ApplicationRequired or SystemRequired.</summary>
    public required string RequiredLevel { get; init; }

    /// <summary>The most characters of a text, or null where no limit is known.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least whole number, or null where no limit is known.</summary>
    public int? MinValue { get; init; }

    /// <summary>The greatest whole number, or null where no limit is known.</summary>
    public int? MaxValue { get; init; }

    /// <summary>The values of a choice with their labels; empty for no choice, or where they are not known.</summary>
    public IReadOnlyDictionary<int, string> Options { get; init; } = new Dictionary<int, string>();

    /// <summary>The name of the choice when several columns share it, else null.</summary>
    public string? GlobalChoice { get; init; }

    /// <summary>The value of a new row that gives none, or null.</summary>
    public object? Default { get; init; }

    /// <summary>Whether column security guards it.</summary>
    public bool Secured { get; init; }

    /// <summary>Whether only the platform writes it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether it answers null to everybody once written.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>Whether its value is kept out of journals and files.</summary>
    public bool IsSecret => Secured || WriteOnly
        || LogicalName.Contains("secret", StringComparison.Ordinal)
        || LogicalName.Contains("password", StringComparison.Ordinal);

    /// <summary>Whether the sandbox keeps it for itself: no client sees it.</summary>
    public bool Hidden { get; init; }

    /// <summary>The tables that a lookup may point at.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The single-valued navigation property of a lookup, or null where the facts name none.</summary>
    public string? NavigationProperty { get; init; }

    /// <summary>The name of the lookup's relationship, or null where the facts name none.</summary>
    public string? Relationship { get; init; }

    /// <summary>What the lookup does when its target is deleted.</summary>
    public DeleteRule DeleteRule { get; init; }

    /// <summary>Whether it points at a row.</summary>
    public bool IsLookup => Type is ColumnType.Lookup or ColumnType.Owner;

    /// <summary>Whether its value is one number out of a set.</summary>
    public bool IsChoice => Type is ColumnType.Picklist or ColumnType.State or ColumnType.Status;

    /// <summary>The name of its property in the Web API.</summary>
    public string PropertyName => IsLookup ? $"_{LogicalName}_value" : LogicalName;

    /// <summary>The names that a page writes for every row, encoded once.</summary>
    public ColumnJsonNames JsonNames => _jsonNames ??= new ColumnJsonNames(this);

    private ColumnJsonNames? _jsonNames;

    /// <inheritdoc/>
    public override string ToString() => LogicalName;
}
