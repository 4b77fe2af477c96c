namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>What a column permission allows on a secured column.</summary>
internal enum ColumnAction
{
    Read,
    Create,
    Update,
}
