namespace OmnichannelAdmin.Records;

/// <summary>What all records have in common.</summary>
public abstract record OcRecord
{
    /// <summary>When the row was made.</summary>
    [Instant("createdon", ReadOnly = true)]
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When the row was changed last.</summary>
    [Instant("modifiedon", ReadOnly = true)]
    public DateTimeOffset? ModifiedOn { get; init; }

    /// <summary>The row's GUID.</summary>
    public Guid Id { get; init; }

    /// <summary>The environment that the row was read from, or null for a record that was made here.</summary>
    public Uri? Environment { get; init; }

    /// <summary>
    /// The version of the row that this object shows; an update of the object asks that it still be this one.
    /// </summary>
    public string? ETag { get; init; }

    /// <summary>
    /// Whether the row is none that a configuration document can describe: the server made it, or it belongs to
    /// something that this module does not know.
    /// </summary>
    internal virtual bool IsOutsideDocuments => false;

    /// <summary>Refuses a record that is whole column by column and yet cannot be, as the product sees it.</summary>
    /// <param name="related">The records that it points at.</param>
    /// <exception cref="OcValidationException">The record breaks a rule.</exception>
    public virtual void CheckRules(IRelatedRecords related)
    {
    }

    /// <summary>Fills in what a document leaves out of a new row, since it follows from the rest.</summary>
    /// <param name="values">What is to be written; this record shows it.</param>
    /// <param name="related">The records that it points at.</param>
    internal virtual void FillIn(RecordValues values, IRelatedRecords related)
    {
    }
}
