namespace OmnichannelAdmin.Build;

/// <summary>How a program ended, and what it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The exit code of a program that took too long and was ended, as GNU timeout answers it.</summary>
    public const int TimedOut = 124;

    public bool Succeeded => ExitCode == 0;
}
