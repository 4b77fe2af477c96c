namespace OmnichannelAdmin.Runner.Tests;

/// <summary>How a run ended, and what it wrote.</summary>
public sealed record OcadminResult(int ExitCode, string Output, string Errors);
