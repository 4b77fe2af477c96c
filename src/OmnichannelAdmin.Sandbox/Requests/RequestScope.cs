using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>What surrounds a request: whose it is, under which URL, and inside which change set, if any.</summary>
internal sealed record RequestScope(SandboxOrganization Organization, Identity Caller, Uri ServiceRoot)
{
    /// <summary>The transaction of the change set that the request belongs to, or null.</summary>
    public RowTransaction? ChangeSet { get; init; }

    /// <summary>The rows that earlier operations of the change set made or touched, by Content-ID.</summary>
    public Dictionary<string, RowReference> ContentIds { get; init; } = [];

    /// <summary>The user that rows name as their writer.</summary>
    public Guid UserId => Caller.UserId;

    /// <summary>What the request may do.</summary>
    public Permissions Permissions => Caller.Permissions;

    /// <summary>The rows.</summary>
    public RowStore Store => Organization.Store;

    /// <summary>The tables.</summary>
    public DataverseSchema Schema => Organization.Store.Schema;

    /// <summary>Reads while nobody writes.</summary>
    public T Read<T>(Func<T> read) => ChangeSet is null ? Organization.Store.Read(read) : read();

    /// <summary>Writes all or nothing, inside the change set where there is one.</summary>
    public T Write<T>(Func<RowTransaction, T> write) =>
        ChangeSet is null ? Organization.Store.Write(write) : write(ChangeSet);
}
