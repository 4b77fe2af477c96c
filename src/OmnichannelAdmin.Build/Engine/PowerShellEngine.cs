namespace OmnichannelAdmin.Build.Engine;

/// <summary>A PowerShell that can run the module: 7.4 or later.</summary>
internal sealed class PowerShellEngine(CommandRunner commands, string program, IReadOnlyList<string> leadingArguments)
{
    private static readonly Version Oldest = new(7, 4);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(60);

    /// <summary>Runs a script, its output going where ours goes, and answers with its exit code.</summary>
    public Task<int> RunScriptAsync(string script, CancellationToken cancellationToken, params string[] arguments) =>
        commands.RunAsync(program, ScriptArguments(script, arguments), cancellationToken);

    /// <summary>Runs a script silently, for at most the time given.</summary>
    public Task<CommandResult> CaptureScriptAsync(
        string script,
        TimeSpan limit,
        CancellationToken cancellationToken,
        params string[] arguments) =>
        commands.CaptureAsync(program, ScriptArguments(script, arguments), limit, cancellationToken);

    /// <summary>Whether this engine starts and is new enough.</summary>
    public async Task<bool> IsUsableAsync(CancellationToken cancellationToken)
    {
        string[] question = [.. leadingArguments, "-NoProfile", "-Command", "\"$($PSVersionTable.PSVersion)\""];
        CommandResult answer = await commands.CaptureAsync(program, question, AnswerLimit, cancellationToken);
        return answer.Succeeded && IsNewEnough(answer.Output);
    }

    /// <summary>Whether a version, such as <c>7.6.5</c> or <c>7.7.0-preview.1</c>, can run the module.</summary>
    internal static bool IsNewEnough(string versionText) =>
        Version.TryParse(versionText.Trim().Split('-')[0], out Version? version) && version >= Oldest;

    private IEnumerable<string> ScriptArguments(string script, string[] arguments) =>
        [.. leadingArguments, "-NoProfile", "-NonInteractive", "-File", script, .. arguments];
}
