using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// What tells a row from all others of its table in any environment: the values of its key columns, of which a lookup
/// is told by the key of the row that it points at. Keys are compared without case, as Dataverse compares text.
/// </summary>
public sealed class RecordKey : IEquatable<RecordKey>
{
    private const char Separator = '\u001f';

    private readonly string _text;

    /// <summary>Makes a key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="parts">
    /// A text or a <see cref="RecordKey"/> for each of the table's key columns, in their order; an empty text where the
    /// row has no value.
    /// </param>
    /// <exception cref="ArgumentException">There are more or fewer parts than key columns.</exception>
    public RecordKey(TableModel table, IReadOnlyList<object> parts)
    {
        if (parts.Count != table.Key.Count)
            throw new ArgumentException($"A {table.DisplayName} has {table.Key.Count} key columns.", nameof(parts));

        Table = table;
        Parts = parts;
        _text = string.Join(
            Separator, parts.Select(part => part is RecordKey key ? $"({key._text})" : part.ToString()));
    }

    /// <summary>Orders the keys of one table as documents list them.</summary>
    public static IComparer<RecordKey> Order { get; } =
        Comparer<RecordKey>.Create((left, right) => StringComparer.OrdinalIgnoreCase.Compare(left._text, right._text));

    /// <summary>The table.</summary>
    public TableModel Table { get; }

    /// <summary>A text or a key for each of the table's key columns, in their order.</summary>
    public IReadOnlyList<object> Parts { get; }

    /// <summary>The key as one text that is the same for equal keys, whatever their case.</summary>
    public string Invariant => $"{Table.LogicalName}{Separator}{_text}".ToUpperInvariant();

    /// <summary>
    /// Makes a key, or answers null when it has no value for the first column, by which a row is told at the least.
    /// </summary>
    internal static RecordKey? TryMake(TableModel table, IReadOnlyList<object?> parts) =>
        parts[0] is null or "" ? null : new RecordKey(table, [.. parts.Select(part => part ?? "")]);

    /// <inheritdoc/>
    public bool Equals(RecordKey? other) =>
        other is not null
        && other.Table == Table
        && string.Equals(_text, other._text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordKey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Table, StringComparer.OrdinalIgnoreCase.GetHashCode(_text));

    /// <summary>The parts, separated by slashes.</summary>
    public override string ToString() => string.Join(" / ", Parts.Where(part => part is not ""));
}
