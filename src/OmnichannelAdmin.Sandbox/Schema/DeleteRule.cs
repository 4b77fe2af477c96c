namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>What happens to a row when the row that its lookup points at is deleted.</summary>
internal enum DeleteRule
{
    /// <summary>The lookup is emptied.</summary>
    RemoveLink,

    /// <summary>The delete is refused.</summary>
    Restrict,

    /// <summary>The row is deleted too.</summary>
    Cascade,
}
