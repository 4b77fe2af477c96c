namespace OmnichannelAdmin.Cmdlets.Errors;

/// <summary>A command needs a connection and has none.</summary>
public sealed class NotConnectedException()
    : Exception("There is no connection. Run Connect-OcEnvironment first, or give -Connection.");
