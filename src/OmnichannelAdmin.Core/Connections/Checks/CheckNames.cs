namespace OmnichannelAdmin.Connections.Checks;

/// <summary>The names of the checks of an environment.</summary>
internal static class CheckNames
{
    public const string Address = "URL and DNS";
    public const string Tls = "TLS";
    public const string SignIn = "Signed in";
    public const string Administrator = "System Administrator";
    public const string Tables = "Omnichannel tables";
    public const string SecretColumns = "Secret columns";
    public const string Workstream = "Messaging workstream";
    public const string Concurrency = "Optimistic concurrency";
    public const string Clock = "Clock";
    public const string Throttling = "Throttle headroom";

    /// <summary>Those of the way to the environment.</summary>
    public static readonly string[] Network = [Address, Tls];

    /// <summary>Those that need a sign-in.</summary>
    public static readonly string[] Inside =
        [Administrator, Tables, SecretColumns, Workstream, Concurrency, Clock, Throttling];
}
