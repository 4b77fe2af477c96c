namespace OmnichannelAdmin.Runner;

/// <summary>What the program answers to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>Nothing to do, or done.</summary>
    public const int Done = 0;

    /// <summary>It failed; the reason is on the error output.</summary>
    public const int Failed = 1;

    /// <summary>There are changes to make, or the environment has drifted.</summary>
    public const int Differs = 2;
}
