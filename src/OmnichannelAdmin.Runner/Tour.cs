using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Runner;

/// <summary>Walks through the verbs in a sandbox of its own.</summary>
internal sealed class Tour(RunnerConsole console)
{
    private static readonly Uri Elsewhere = new("https://somewhere-else.example.com");

    // A sandbox signs in nowhere, so that any secret will do.
    private readonly Verbs _verbs = new(console, OutputFormat.Text, _ => "any secret");

    public async Task<int> RunAsync(ConfigurationDocument document, CancellationToken cancellationToken)
    {
        var options = new PlanOptions();
        using var connection = await OcConnection.OpenAsync(SandboxEnvironment.Create(), console, cancellationToken)
            .ConfigureAwait(false);

        console.WriteHeading("# What would it take to set this environment up? (ocadmin plan)");
        await _verbs.PlanAsync(connection, document, options, file: null, cancellationToken).ConfigureAwait(false);

        console.WriteHeading("# Do it, all or nothing. (ocadmin apply)");
        await _verbs.ApplyAsync(connection, document, options, cancellationToken).ConfigureAwait(false);

        console.WriteHeading("# Somebody changes a webhook by hand. Is that found? (ocadmin test)");
        await ChangeByHandAsync(connection, cancellationToken).ConfigureAwait(false);
        await _verbs.TestAsync(connection, document, options, junitFile: null, cancellationToken).ConfigureAwait(false);

        console.WriteHeading("# Put it back, and test again. (ocadmin apply, ocadmin test)");
        await _verbs.ApplyAsync(connection, document, options, cancellationToken).ConfigureAwait(false);
        var outcome = await _verbs.TestAsync(connection, document, options, junitFile: null, cancellationToken)
            .ConfigureAwait(false);

        console.WriteHeading("# The custom messaging channels that result:");
        await foreach (
            var channel in Channels(connection).ReadAsync<CustomChannel>(new RecordQuery(), cancellationToken)
                .ConfigureAwait(false))
            console.WriteLine($"  {channel.Name}  {channel.WebhookUrl?.OriginalString}  ->  {channel.Workstream}");

        return outcome;
    }

    private async Task ChangeByHandAsync(OcConnection connection, CancellationToken cancellationToken)
    {
        await foreach (
            var channel in Channels(connection).ReadAsync<CustomChannel>(new RecordQuery(), cancellationToken)
                .ConfigureAwait(false))
        {
            var values = new RecordValues(
                TableModel.Of<CustomChannel>()) { [nameof(CustomChannel.WebhookUrl)] = Elsewhere };
            await Channels(connection).ApplyAsync(RecordWrite.Update(channel, values, channel.ETag), cancellationToken)
                .ConfigureAwait(false);
            return;
        }
    }

    private RecordStore Channels(OcConnection connection) => connection.Records(console);
}
