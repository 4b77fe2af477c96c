namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The kinds of column that the sandbox knows; the names are those of schema.json.</summary>
internal enum ColumnType
{
    Uniqueidentifier,
    String,
    Memo,
    Boolean,
    Integer,
    BigInt,
    DateTime,
    Picklist,
    MultiSelectPicklist,
    State,
    Status,
    Lookup,
    Owner,
    EntityName,
    File,
}
