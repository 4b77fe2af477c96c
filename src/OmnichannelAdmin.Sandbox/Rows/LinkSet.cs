using OmnichannelAdmin.Sandbox.Definitions;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>The pairs of one many-to-many relationship.</summary>
/// <param name="relationship">The relationship.</param>
/// <param name="intersect">Where the pairs are read as rows, or null where they are not.</param>
internal sealed class LinkSet(ManyToMany relationship, TableRows? intersect)
{
    /// <summary>A pair never changes, so its row has one version only.</summary>
    private const long OnlyVersion = 1;

    private readonly HashSet<(Guid First, Guid Second)> _pairs = [];

    /// <summary>The relationship.</summary>
    public ManyToMany Relationship { get; } = relationship;

    /// <summary>All pairs.</summary>
    public IReadOnlyCollection<(Guid First, Guid Second)> Pairs => _pairs;

    /// <summary>Adds a pair; false when it was there.</summary>
    public bool Add((Guid First, Guid Second) pair)
    {
        if (!_pairs.Add(pair))
            return false;

        intersect?.Put(new Row(intersect.Table, IdOf(pair), OnlyVersion, [null, pair.First, pair.Second, null]));
        return true;
    }

    /// <summary>Takes a pair out; false when it was not there.</summary>
    public bool Remove((Guid First, Guid Second) pair)
    {
        if (!_pairs.Remove(pair))
            return false;

        intersect?.Remove(IdOf(pair));
        return true;
    }

    /// <summary>The ids that a row of a table is linked to, in order.</summary>
    public IEnumerable<Guid> LinkedTo(string table, Guid id) =>
        (table == Relationship.First
            ? _pairs.Where(pair => pair.First == id).Select(pair => pair.Second)
            : _pairs.Where(pair => pair.Second == id).Select(pair => pair.First)).Order();

    /// <summary>The pair of a row of a table and a row of the other one.</summary>
    public (Guid First, Guid Second) Pair(string table, Guid id, Guid other) =>
        table == Relationship.First ? (id, other) : (other, id);

    private Guid IdOf((Guid First, Guid Second) pair) =>
        DefinitionIds.Of($"{Relationship.Name} {pair.First} {pair.Second}");
}
