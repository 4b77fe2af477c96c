using System.Collections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>
/// The rows that a record is linked with, each once and in the order of their names. Only the rows count, not their
/// names.
/// </summary>
public sealed class ReferenceSet : IReadOnlyList<RecordReference>, IEquatable<ReferenceSet>
{
    private readonly RecordReference[] _references;

    /// <summary>Makes a set.</summary>
    public ReferenceSet(IEnumerable<RecordReference> references) => _references =
    [
        .. references.Distinct()
            .OrderBy(reference => reference.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(reference => reference.Id),
    ];

    /// <inheritdoc/>
    public int Count => _references.Length;

    /// <inheritdoc/>
    public RecordReference this[int index] => _references[index];

    /// <inheritdoc/>
    public bool Equals(ReferenceSet? other) =>
        other is not null && _references.ToHashSet().SetEquals(other._references);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferenceSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _references.Aggregate(0, (hash, reference) => hash ^ reference.GetHashCode());

    /// <inheritdoc/>
    public IEnumerator<RecordReference> GetEnumerator() => ((IEnumerable<RecordReference>)_references).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The rows' names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _references.Select(reference => reference.ToString()));
}
