using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Connections;

/// <summary>
/// The connections of one runspace. They end with it, and no runspace sees another one's default. Ask for them on the
/// pipeline thread only: elsewhere there is no current runspace.
/// </summary>
internal sealed class RunspaceConnections
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceConnections> OfRunspaces = [];

    private readonly List<OcConnection> _open = [];

    /// <summary>The connections of the runspace that the calling thread works for.</summary>
    public static RunspaceConnections Current => OfRunspaces.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The connection to use when a command is given none.</summary>
    public OcConnection? Default { get; private set; }

    /// <summary>The open connections, oldest first; a copy, so that closing them can go on meanwhile.</summary>
    public IReadOnlyList<OcConnection> Open => [.. _open];

    /// <summary>The names that connections were given.</summary>
    public IReadOnlyList<string> Names => [.. _open.Select(connection => connection.Name).OfType<string>()];

    /// <summary>The connection of that name, or null. Case does not matter.</summary>
    public OcConnection? Find(string name) =>
        _open.Find(connection => string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes the runspace have no default, so that a failed sign-in leaves none.</summary>
    public void ForgetDefault() => Default = null;

    /// <summary>
    /// Adds an open connection and makes it the default. It takes the place of one with the same name.
    /// </summary>
    public void Add(OcConnection connection)
    {
        if (connection.Name is { } name && Find(name) is { } namesake)
            Close(namesake);

        _open.Add(connection);
        Default = connection;
    }

    /// <summary>Closes a connection.</summary>
    public void Close(OcConnection connection)
    {
        _open.Remove(connection);
        if (ReferenceEquals(Default, connection))
            Default = null;

        connection.Dispose();
    }

    /// <summary>Closes all connections.</summary>
    public void CloseAll()
    {
        foreach (var connection in Open)
            Close(connection);
    }
}
