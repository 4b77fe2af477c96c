namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class CommandRunnerTests
{
    private readonly CommandRunner _commands = new(Repository.Root);

    [Fact]
    public async Task A_program_that_is_not_there_answers_as_in_a_shell()
    {
        int exitCode = await _commands.RunAsync("no-program-of-this-name", [], CancellationToken.None);
        Assert.Equal(CommandRunner.NotFound, exitCode);
    }

    [Fact]
    public async Task What_a_program_writes_is_captured()
    {
        CommandResult result = await _commands.CaptureAsync(
            DotNet.Program, ["--version"], TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Output);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended()
    {
        CommandResult result = await _commands.CaptureAsync(
            DotNet.Program, ["--version"], TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(CommandResult.TimedOut, result.ExitCode);
    }
}
