namespace OmnichannelAdmin.Records;

/// <summary>Several rows have the name that was given.</summary>
public sealed class AmbiguousNameException : Exception
{
    private const int Listed = 10;

    /// <summary>Makes the exception.</summary>
    /// <param name="table">The table that was searched.</param>
    /// <param name="name">The name.</param>
    /// <param name="candidates">The GUIDs of the rows of that name.</param>
    public AmbiguousNameException(TableModel table, string name, IReadOnlyList<Guid> candidates)
        : base(Describe(table, name, candidates)) => Candidates = candidates;

    /// <summary>The GUIDs of the rows of that name.</summary>
    public IReadOnlyList<Guid> Candidates { get; }

    private static string Describe(TableModel table, string name, IReadOnlyList<Guid> candidates)
    {
        var more = candidates.Count > Listed ? " …" : "";
        return $"{candidates.Count} rows are a {table.DisplayName} named '{name}'; give one of their GUIDs instead: "
            + string.Join(", ", candidates.Take(Listed)) + more;
    }
}
