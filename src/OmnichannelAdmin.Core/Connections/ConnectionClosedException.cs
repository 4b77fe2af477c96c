namespace OmnichannelAdmin.Connections;

/// <summary>A connection was used after it had been closed.</summary>
/// <param name="environment">The environment that it was open to.</param>
public sealed class ConnectionClosedException(Uri environment)
    : Exception($"The connection to {environment.Host} has been closed. Connect again with Connect-OcEnvironment.");
