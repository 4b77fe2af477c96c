using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Connections;

/// <summary>What it takes to open a connection.</summary>
public sealed record OcConnectionSettings
{
    /// <summary>The environment.</summary>
    public required EnvironmentUrl Environment { get; init; }

    /// <summary>The name that the user gave the connection, or null.</summary>
    public string? Name { get; init; }

    /// <summary>How the connection signs in, in one word for people.</summary>
    public required string SignIn { get; init; }

    /// <summary>Where tokens come from, or null where none is needed; the connection owns it.</summary>
    public IAccessTokenSource? Tokens { get; init; }

    /// <summary>What carries the requests; the connection owns it.</summary>
    public required HttpMessageHandler Transport { get; init; }

    /// <summary>Whether requests go over the network, so that its parts can be looked at.</summary>
    public bool IsOnline { get; init; }

    /// <summary>The settings of the client.</summary>
    public DataverseClientOptions Client { get; init; } = new();

    /// <summary>The file in which writes are recorded before they are sent, or null for none.</summary>
    public string? JournalPath { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
