using System.Security;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>A write that a journal holds: who changed what, when, and what became of it.</summary>
public sealed record RecordedChange
{
    /// <summary>The change's own GUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was about to be sent.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The name of the user whose connection sent it.</summary>
    public required string? User { get; init; }

    /// <summary>The GUID of that user in the environment.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The environment's address.</summary>
    public required Uri Environment { get; init; }

    /// <summary>The organization's GUID.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>What it does.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>
    /// The name of the record class, such as <c>CustomChannel</c>; null for a table that is none of the module's.
    /// </summary>
    public required string? Record { get; init; }

    /// <summary>The row's GUID, where it is known.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>The row's name; of a request that names no row, its method and path.</summary>
    public required string Name { get; init; }

    /// <summary>The columns that it changes; of a removed row, all that it held.</summary>
    public IReadOnlyList<RecordedColumn> Columns { get; init; } = [];

    /// <summary>The other row of a link or an unlink.</summary>
    public RecordLink? Link { get; init; }

    /// <summary>The rows that a removed row was joined with.</summary>
    public IReadOnlyList<RecordLink> LostLinks { get; init; } = [];

    /// <summary>The lookups that led to a removed row.</summary>
    public IReadOnlyList<LostReference> LostReferences { get; init; } = [];

    /// <summary>The request, where a user sent one of their own.</summary>
    public RecordedRequest? Request { get; init; }

    /// <summary>The version of the row before, or null for a row to be made.</summary>
    public string? ETagBefore { get; init; }

    /// <summary>The version of the row after, where it is known.</summary>
    public string? ETagAfter { get; init; }

    /// <summary>What became of it.</summary>
    public ChangeOutcome Outcome { get; init; }

    /// <summary>Why it was not carried out, or why that is not known.</summary>
    public string? Error { get; init; }

    /// <summary>The server's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the platform made the change along with another one.</summary>
    internal bool IsConsequence { get; private init; }

    /// <summary>What was done with which record.</summary>
    public override string ToString() => $"{Time:u} {Kind} {Record} '{Name}'";

    // The platform clears the lookups that lead to a row which is removed, and nobody tells their rows' new versions.
    internal IEnumerable<RecordedChange> WithConsequences() =>
    [
        .. from lost in LostReferences
           where Outcome != ChangeOutcome.Failed
           select this with
           {
               Kind = ChangeKind.Update,
               IsConsequence = true,
               Record = lost.Table.RecordName,
               RecordId = lost.RecordId,
               Columns = [new RecordedColumn(lost.Column, new RecordReference(RecordId!.Value, Name), null)],
               LostLinks = [],
               LostReferences = [],
               ETagBefore = null,
               ETagAfter = null,
           },
        this,
    ];

    // Of values that the journal withholds it is not known what they are.
    internal bool MayHoldSecrets => Request is { Withheld.Count: > 0 }
        || Columns.Any(column => column.After is SecureString or SecretState.Set or SecretState.NotReadable);

    // A row that is removed can only be put back if all that it held is written down.
    internal RecordedChange WithAllOf(OcRecord before, IReadOnlyList<LostReference> references)
    {
        var table = TableModel.Of(before.GetType());
        return this with
        {
            Columns =
            [
                .. table.Columns.Select(column => new RecordedColumn(column.Name, column.ValueOf(before), null)),
            ],
            LostLinks = [.. table.Links.SelectMany(links => links.Of(before))],
            LostReferences = references,
        };
    }
}
