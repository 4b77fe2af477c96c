using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Dataverse;
using Spectre.Console;

namespace OmnichannelAdmin.Runner;

/// <summary>
/// What the program writes: colours on a terminal that has them, plain text elsewhere, or one JSON value for programs.
/// Complaints and waits go to the error output.
/// </summary>
internal sealed class RunnerConsole : IDataverseObserver
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _errors = Console.Error;
    private readonly IAnsiConsole? _terminal = Console.IsOutputRedirected ? null : AnsiConsole.Console;

    /// <summary>Writes a line for people.</summary>
    public void WriteLine(string text = "") => _output.WriteLine(text);

    /// <summary>Writes a heading for people.</summary>
    public void WriteHeading(string text)
    {
        WriteLine();
        WriteLine(text, "bold");
    }

    /// <summary>Writes a plan for people.</summary>
    public void Write(ConfigurationPlan plan)
    {
        foreach (var line in plan.Lines)
            WriteLine(line.Text, line.Mark switch { '+' => "green", '~' => "yellow", '-' => "red", _ => null });
    }

    /// <summary>Writes a value for programs.</summary>
    public void Write(JsonNode json) => WriteLine(json.ToJsonString(Json));

    /// <summary>Writes why something failed.</summary>
    public void WriteError(string text) => _errors.WriteLine($"ocadmin: {text}");

    /// <summary>Does something while a terminal shows that it is at work.</summary>
    public Task<T> ShowAsync<T>(string activity, Func<Task<T>> work) => _terminal is null
        ? work()
        : _terminal.Status().StartAsync(Markup.Escape(activity), _ => work());

    /// <inheritdoc/>
    public void Attempted(RequestTrace trace)
    {
    }

    /// <inheritdoc/>
    public void Waiting(RequestWait wait)
    {
        if (wait.Duration >= LongWait)
            _errors.WriteLine(
                $"Waiting {wait.Duration.TotalSeconds:0} s before attempt {wait.NextAttempt}: {wait.Reason}");
    }

    private void WriteLine(string text, string? style)
    {
        if (_terminal is null || style is null)
            WriteLine(text);
        else
            _terminal.MarkupLineInterpolated($"[{style}]{text}[/]");
    }
}
