namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>What a privilege allows on a table; the names are those in privilege names (prv + name + table).</summary>
internal enum TableAction
{
    Create,
    Read,
    Write,
    Delete,
    Append,
    AppendTo,
}
