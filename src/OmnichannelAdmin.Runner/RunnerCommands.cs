using System.CommandLine;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Runner;

/// <summary>The commands of the program: their options, and which verb they call.</summary>
internal sealed class RunnerCommands(RunnerConsole console)
{
    private readonly ConnectionOptions _connection = new();
    private readonly DocumentOptions _document = new();

    private readonly Option<OutputFormat> _output =
        new("--output", "-o") { Description = "Text for people, or Json for programs.", };

    private readonly Option<bool> _updateSecrets = new("--update-secrets")
    {
        Description = "Writes secrets to records that exist as well; those of new records always are.",
    };

    /// <summary>The program.</summary>
    public RootCommand Root() => new("Keeps the messaging channels of Dynamics 365 Customer Service as a file says.")
    {
        Export(),
        Plan(),
        Apply(),
        Test(),
        Tour(),
    };

    private Command Export()
    {
        var file =
            new Option<string?>("--out") { Description = "The file to write; without it, "
                + "the document goes to the output." };
        var sections =
            new Option<string[]>("--section") { Description = "Only this section. May be given several times." };
        var names =
            new Option<string[]>("--name") { Description = "Only records of this name; wildcards allowed. "
                + "May be given several times." };
        var command = new Command("export", "Writes an environment down as a configuration.") { file, sections, names };
        return Connected(command, (options, connection, cancellationToken) => Verbs(options).ExportAsync(
            connection, Request(
                options.GetValue(sections), options.GetValue(names)), options.GetValue(file), cancellationToken));
    }

    private Command Plan()
    {
        var file = new Option<string?>("--out") { Description = "A file to save the plan to, for apply." };
        var command = new Command(
            "plan",
            "Shows what it takes to make an environment as a configuration says. "
                + "Answers 2 when that is anything.") { file, _updateSecrets };
        _document.AddTo(command);
        return Connected(command, async (options, connection, cancellationToken) => await Verbs(options).PlanAsync(
            connection,
            await _document.ReadAsync(options, cancellationToken).ConfigureAwait(false),
            PlanOptions(options),
            options.GetValue(file),
            cancellationToken).ConfigureAwait(false));
    }

    private Command Apply()
    {
        var command = new Command(
            "apply",
            "Carries out a plan that was saved; or makes the plan of a configuration and carries it "
                + "out.") { _updateSecrets };
        _document.AddTo(command);
        return Connected(command, ApplyAsync);
    }

    private Command Test()
    {
        var junit = new Option<string?>("--junit") { Description = "A file to write the result to as JUnit XML." };
        var command = new Command(
            "test", "Tells whether an environment is as a configuration says. Answers 2 when it is not.") { junit };
        _document.AddTo(command);
        return Connected(command, async (options, connection, cancellationToken) => await Verbs(options).TestAsync(
            connection,
            await _document.ReadAsync(options, cancellationToken).ConfigureAwait(false),
            PlanOptions(options),
            options.GetValue(junit),
            cancellationToken).ConfigureAwait(false));
    }

    private Command Tour()
    {
        var command = new Command("tour", "Shows plan, apply and drift on a configuration, in a sandbox of its own.");
        _document.AddTo(command);
        command.SetAction((options, cancellationToken) => GuardAsync(async () => await new Tour(console).RunAsync(
            await _document.ReadAsync(
                options, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)));
        return command;
    }

    private Command Connected(Command command, Func<ParseResult, OcConnection, CancellationToken, Task<int>> action)
    {
        _connection.AddTo(command);
        command.Options.Add(_output);
        command.SetAction((options, cancellationToken) => GuardAsync(async () =>
        {
            using var connection = await _connection.OpenAsync(options, console, cancellationToken)
                .ConfigureAwait(false);
            return await action(options, connection, cancellationToken).ConfigureAwait(false);
        }));
        return command;
    }

    private async Task<int> ApplyAsync(
        ParseResult options, OcConnection connection, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(options.GetRequiredValue(_document.File), cancellationToken)
            .ConfigureAwait(false);
        if (ConfigurationPlan.IsPlan(text))
            return await Verbs(options).ApplyAsync(connection, ConfigurationPlan.Parse(text), cancellationToken)
                .ConfigureAwait(false);

        var document = await _document.ReadAsync(options, cancellationToken).ConfigureAwait(false);
        return await Verbs(options).ApplyAsync(connection, document, PlanOptions(options), cancellationToken)
            .ConfigureAwait(false);
    }

    private Verbs Verbs(ParseResult options) =>
        new(console, options.GetValue(_output), Environment.GetEnvironmentVariable);

    private PlanOptions PlanOptions(ParseResult options) =>
        _document.Plan(options) with { UpdateSecrets = options.GetValue(_updateSecrets) };

    private static ExportRequest Request(string[]? sections, string[]? names)
    {
        var request = new ExportRequest { Names = [.. (names ?? []).Select(name => new NamePattern(name))] };
        return sections is null or []
            ? request
            : request with { Tables = [.. sections.Select(ConfigurationModel.RequireSection)] };
    }

    // Whatever goes wrong is one line for a person and one exit code for a program.
    private async Task<int> GuardAsync(Func<Task<int>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            console.WriteError(e.Message);
            return ExitCode.Failed;
        }
    }
}
