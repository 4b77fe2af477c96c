namespace OmnichannelAdmin.Records;

/// <summary>Points at a row of another table.</summary>
/// <param name="Id">The row's GUID.</param>
/// <param name="Name">The row's name, as far as it is known.</param>
public sealed record RecordReference(Guid Id, string? Name = null)
{
    /// <summary>Two references are equal when they point at the same row, whatever name either knows.</summary>
    public bool Equals(RecordReference? other) => other is not null && other.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The name, or the GUID where no name is known.</summary>
    public override string ToString() => Name ?? Id.ToString();
}
