using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>What a plan does with one record.</summary>
public sealed record PlannedChange
{
    /// <summary>What is done.</summary>
    public required PlanAction Action { get; init; }

    /// <summary>The record's key.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>The row's GUID. A planned row has one too, the same in every plan for that organization.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version of the row that the plan was made from, or null for a row to be made.</summary>
    public string? ETag { get; init; }

    /// <summary>The columns that change; of a row to be removed, what it held.</summary>
    public IReadOnlyList<PlannedField> Fields { get; init; } = [];

    /// <summary>The table.</summary>
    public TableModel Table => Key.Table;

    /// <summary>The section that holds the record.</summary>
    public string Section => Table.Section!;

    /// <summary>The key as people read it.</summary>
    public string Name => Key.ToString();

    /// <summary>What is done with which record.</summary>
    public override string ToString() => $"{Action} {Section} '{Name}'";
}
