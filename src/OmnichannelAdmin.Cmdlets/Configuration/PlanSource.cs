using OmnichannelAdmin.Configuration;

namespace OmnichannelAdmin.Cmdlets.Configuration;

/// <summary>What a user gave as a plan: the plan itself, or the file that it was saved to.</summary>
public sealed class PlanSource
{
    private PlanSource()
    {
    }

    /// <summary>What the user gave, as the target of an error.</summary>
    internal object? Given => (object?)Plan ?? Path;

    private ConfigurationPlan? Plan { get; init; }

    private string? Path { get; init; }

    internal static PlanSource Of(ConfigurationPlan plan) => new() { Plan = plan };

    internal static PlanSource OfFile(string path) => new() { Path = path };

    /// <exception cref="PlanRefusedException">The file is no plan, or somebody edited it.</exception>
    /// <exception cref="ConfigurationException">The file cannot be read.</exception>
    internal async Task<ConfigurationPlan> ReadAsync(CancellationToken cancellationToken) =>
        Plan ?? ConfigurationPlan.Parse(await TextFile.ReadAsync(Path!, cancellationToken).ConfigureAwait(false));
}
