using System.CommandLine;
using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Runner;

/// <summary>The argument and the options that say which configuration is meant.</summary>
internal sealed class DocumentOptions
{
    private readonly Option<string[]> _variables = new("--var")
    {
        Description = "A variable, name=value, for ${name}. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _variableFile = new("--var-file")
    {
        Description = "A JSON file of variables; --var goes before it.",
    };

    private readonly Option<bool> _prune = new("--prune")
    {
        Description = "Counts rows that a section of the configuration does not mention: they are to go.",
    };

    /// <summary>The configuration's file.</summary>
    public Argument<string> File { get; } = new("configuration") { Description = "The configuration's JSON file." };

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(File);
        command.Options.Add(_variables);
        command.Options.Add(_variableFile);
        command.Options.Add(_prune);
    }

    /// <summary>How the plan is made.</summary>
    public PlanOptions Plan(ParseResult options) => new() { Prune = options.GetValue(_prune) };

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="ConfigurationException">It is no configuration.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public async Task<ConfigurationDocument> ReadAsync(ParseResult options, CancellationToken cancellationToken)
    {
        var text = await System.IO.File.ReadAllTextAsync(options.GetRequiredValue(File), cancellationToken)
            .ConfigureAwait(false);
        return ConfigurationDocument.Parse(
            text, await VariablesAsync(options, cancellationToken).ConfigureAwait(false));
    }

    private async Task<Dictionary<string, string>> VariablesAsync(
        ParseResult options, CancellationToken cancellationToken)
    {
        var file = options.GetValue(_variableFile);
        var variables = file is null
            ? []
            : new Dictionary<string, string>(
                ConfigurationVariables.Parse(
                    await System.IO.File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false)));
        foreach (var variable in options.GetValue(_variables)!)
        {
            var parts = variable.Split('=', 2);
            variables[parts[0]] = parts.Length == 2
                ? parts[1]
                : throw new OcValidationException(
                    "--var", "VariableNotPair", $"'{variable}' is no variable; write --var name=value.");
        }

        return variables;
    }
}
