using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Configuration;

/// <summary>Plans over a connection.</summary>
public static class DesiredState
{
    /// <summary>Compares a document with the environment, which is read once.</summary>
    /// <param name="document">What the environment is to be like.</param>
    /// <param name="connection">The environment.</param>
    /// <param name="options">How the plan is made.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ConfigurationException">The document cannot be brought about in this environment.</exception>
    /// <exception cref="DataverseException">The environment refused to answer.</exception>
    public static async Task<ConfigurationPlan> PlanAsync(
        ConfigurationDocument document,
        OcConnection connection,
        PlanOptions options,
        IDataverseObserver observer,
        CancellationToken cancellationToken)
    {
        var mentioned = document.Sections.Select(section => section.Table);
        var tables = ConfigurationModel.ReadFor(
            options.Prune ? ConfigurationModel.WithBelongings(mentioned) : mentioned);
        var snapshot = await EnvironmentSnapshot.ReadAsync(connection.Records(observer), tables, cancellationToken)
            .ConfigureAwait(false);
        return new Planner(document, snapshot, connection.OrganizationId, options).Plan(connection.Environment);
    }

    /// <summary>Carries out a plan; see <see cref="PlanExecutor.ApplyAsync"/>.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="connection">The environment that it was made for.</param>
    /// <param name="secrets">Where secrets are found.</param>
    /// <param name="observer">Who watches the requests.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task<PlanResult> ApplyAsync(
        ConfigurationPlan plan,
        OcConnection connection,
        ISecretSource secrets,
        IDataverseObserver observer,
        IProgress<PlanProgress> progress,
        CancellationToken cancellationToken) =>
        new PlanExecutor(connection.Records(observer), connection.OrganizationId, secrets).ApplyAsync(
            plan, progress, cancellationToken);
}
