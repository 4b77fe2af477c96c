namespace OmnichannelAdmin.Records;

/// <summary>Binds a record class to a Dataverse table.</summary>
/// <param name="logicalName">The table's logical name. Its primary key is that name followed by <c>id</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute(string logicalName) : Attribute
{
    /// <summary>The table's logical name.</summary>
    public string LogicalName { get; } = logicalName;

    /// <summary>The entity set, which is the table's name in URLs.</summary>
    public required string Set { get; init; }

    /// <summary>What people call a row of the table, in the singular and in lower case.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The property that holds the name by which people know a row.</summary>
    public string NameProperty { get; init; } = "Name";

    /// <summary>The property that holds another name by which a row is found, or null when there is none.</summary>
    public string? OtherNameProperty { get; init; }

    /// <summary>The properties that together tell a row from all others; the name's alone when none is given.</summary>
    public string[] KeyProperties { get; init; } = [];

    /// <summary>
    /// The section of a configuration document that holds the table's rows, in camelCase and the plural; null for a
    /// table that other records only point at.
    /// </summary>
    public string? Section { get; init; }

    /// <summary>
    /// The only feature that needs the table, or what the class has beyond another class of the same table, where
    /// environments may lack it; null for what every environment must have.
    /// </summary>
    public string? OnlyFor { get; init; }
}
