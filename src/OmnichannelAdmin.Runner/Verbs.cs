using System.Security;
using System.Text.Json.Nodes;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Runner;

/// <summary>What the commands do once they are connected. Each answers with the program's exit code.</summary>
/// <param name="console">Where to write.</param>
/// <param name="format">Whom the output is for.</param>
/// <param name="readVariable">Reads an environment variable, for secrets.</param>
internal sealed class Verbs(RunnerConsole console, OutputFormat format, Func<string, string?> readVariable)
{
    /// <summary>Writes the environment down as a configuration.</summary>
    public async Task<int> ExportAsync(
        OcConnection connection, ExportRequest request, string? file, CancellationToken cancellationToken)
    {
        var (document, warnings) = await console.ShowAsync(
            "Reading the environment",
            () =>
                ConfigurationExport.ReadAsync(
                    connection.Records(console), request, cancellationToken)).ConfigureAwait(false);
        foreach (var warning in warnings)
            console.WriteError(warning);

        if (file is null)
            console.WriteLine(document.ToJson().TrimEnd());
        else
            await File.WriteAllTextAsync(file, document.ToJson(), cancellationToken).ConfigureAwait(false);

        return ExitCode.Done;
    }

    /// <summary>Compares a configuration with the environment, shows the plan, and saves it if it should be.</summary>
    public async Task<int> PlanAsync(
        OcConnection connection, ConfigurationDocument document, PlanOptions options, string? file,
        CancellationToken cancellationToken)
    {
        var plan = await MakePlanAsync(connection, document, options, cancellationToken).ConfigureAwait(false);
        if (file is not null)
            await File.WriteAllTextAsync(file, plan.ToJson(), cancellationToken).ConfigureAwait(false);

        if (format == OutputFormat.Json)
            console.Write(JsonNode.Parse(plan.ToJson())!);
        else
            console.Write(plan);

        return plan.HasChanges ? ExitCode.Differs : ExitCode.Done;
    }

    /// <summary>Makes the plan of a configuration and carries it out.</summary>
    public async Task<int> ApplyAsync(
        OcConnection connection, ConfigurationDocument document, PlanOptions options,
        CancellationToken cancellationToken) =>
        await ApplyAsync(
            connection,
            await MakePlanAsync(connection, document, options, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    /// <summary>Carries out a plan.</summary>
    public async Task<int> ApplyAsync(
        OcConnection connection, ConfigurationPlan plan, CancellationToken cancellationToken)
    {
        if (format == OutputFormat.Text)
            console.Write(plan);

        var secrets = new SecretSources(
            new Dictionary<string, SecureString>(), readVariable, Environment.CurrentDirectory, vault: null);
        var result = await console.ShowAsync(
            "Carrying out the plan",
            () =>
                DesiredState.ApplyAsync(
                    plan, connection, secrets, console, new Progress<PlanProgress>(),
                    cancellationToken)).ConfigureAwait(false);
        if (format == OutputFormat.Json)
            console.Write(JsonOutput.Of(result));
        else
            console.WriteLine(result.ToString());

        return ExitCode.Done;
    }

    /// <summary>Tells whether the environment is as a configuration says.</summary>
    public async Task<int> TestAsync(
        OcConnection connection, ConfigurationDocument document, PlanOptions options, string? junitFile,
        CancellationToken cancellationToken)
    {
        var result = new ConfigurationTestResult(
            await MakePlanAsync(connection, document, options, cancellationToken).ConfigureAwait(false));
        if (junitFile is not null)
            await File.WriteAllTextAsync(junitFile, JUnitReport.Write(result), cancellationToken).ConfigureAwait(false);

        if (format == OutputFormat.Json)
            console.Write(JsonOutput.Of(result));
        else
            Write(result);

        return result.Passed ? ExitCode.Done : ExitCode.Differs;
    }

    private void Write(ConfigurationTestResult result)
    {
        console.WriteLine(result.ToString());
        if (!result.Passed)
            console.Write(result.Plan);
    }

    private Task<ConfigurationPlan> MakePlanAsync(
        OcConnection connection, ConfigurationDocument document, PlanOptions options,
        CancellationToken cancellationToken) =>
        console.ShowAsync(
            "Reading the environment", () =>
                DesiredState.PlanAsync(document, connection, options, console, cancellationToken));
}
