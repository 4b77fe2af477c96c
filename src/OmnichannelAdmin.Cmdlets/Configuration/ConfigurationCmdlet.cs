using System.Collections;
using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>A cmdlet that compares a configuration with an environment.</summary>
public abstract class ConfigurationCmdlet : OcConnectedCmdlet
{
    /// <summary>
    /// The configuration: the path of a JSON file, a document of Export-OcConfiguration, a hashtable such as
    /// Import-PowerShellDataFile answers, or an object of ConvertFrom-Json.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Configuration")]
    [ConfigurationSourceTransformation]
    public ConfigurationSource? Path { get; set; }

    /// <summary>Counts rows that a section of the configuration does not mention: they are to go.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>The values of variables, such as @{ host = 'bot.contoso.com' } for ${host}.</summary>
    [Parameter]
    public IDictionary Variable { get; set; } = new Hashtable();

    /// <summary>A JSON file of variables for this environment; -Variable goes before it.</summary>
    [Parameter]
    [PathTransformation]
    public string? VariablePath { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Path?.Given;

    /// <summary>Compares.</summary>
    protected async Task<ConfigurationPlan> PlanAsync(
        IOcPipeline pipeline, OcConnection connection, bool updateSecrets, CancellationToken cancellationToken)
    {
        var variables = await VariablesAsync(cancellationToken).ConfigureAwait(false);
        var document = await Path!.ReadAsync(variables, cancellationToken).ConfigureAwait(false);
        var options = new PlanOptions { Prune = IsOn(nameof(Prune)), UpdateSecrets = updateSecrets };
        return await DesiredState.PlanAsync(document, connection, options, pipeline, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Dictionary<string, string>> VariablesAsync(CancellationToken cancellationToken)
    {
        var variables = VariablePath is null
            ? []
            : new Dictionary<string, string>(
                ConfigurationVariables.Parse(
                    await TextFile.ReadAsync(VariablePath, cancellationToken).ConfigureAwait(false)));
        foreach (DictionaryEntry variable in Variable)
            variables[variable.Key.ToString()!] = variable.Value?.ToString() ?? "";

        return variables;
    }
}
