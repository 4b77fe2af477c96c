using OmnichannelAdmin.Cmdlets.Messaging;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Users;
using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>A sandbox and a connection to it, on a clock that jumps over every wait.</summary>
internal sealed class EnvironmentUnderTest : IAsyncDisposable
{
    private EnvironmentUnderTest(SandboxOrganization organization, ManualTimeProvider time, OcConnection connection)
    {
        Organization = organization;
        Time = time;
        Connection = connection;
    }

    public SandboxOrganization Organization { get; }

    public ManualTimeProvider Time { get; }

    public OcConnection Connection { get; }

    /// <summary>The requests that would have changed something, as <c>METHOD path</c>.</summary>
    public IReadOnlyList<string> Writes =>
    [
        .. Organization.Requests.Entries
            .Where(entry => entry.Method != "GET")
            .Select(entry => $"{entry.Method} {entry.Url.AbsolutePath}"),
    ];

    public static async Task<EnvironmentUnderTest> OpenAsync(
        bool autoAdvance = true,
        int pageSize = 5000,
        Uri? url = null,
        string? journalPath = null,
        Func<SandboxUsers, Guid>? user = null,
        string? withoutLookup = null)
    {
        var time = new ManualTimeProvider { AutoAdvance = autoAdvance };
        var settings = new SandboxSettings { Time = time, PageSize = pageSize };
        if (url is not null)
            settings = settings with { Url = url };

        var organization = new SandboxOrganization(settings);
        var sandbox = user is null
            ? organization.CreateHandler()
            : organization.CreateHandler(user(organization.Users));
        var connection = await OcConnection.OpenAsync(
            new OcConnectionSettings
            {
                Environment = EnvironmentUrl.Parse(settings.Url.AbsoluteUri, allowUnknownHost: true),
                SignIn = "Test",
                Transport = withoutLookup is null ? sandbox : new ColumnRemover(sandbox, withoutLookup),
                Time = time,
                JournalPath = journalPath,
            },
            SilentObserver.Instance,
            CancellationToken.None);
        organization.Requests.Clear();
        return new EnvironmentUnderTest(organization, time, connection);
    }

    /// <summary>Runs a cmdlet's body as the engine would; the parameters that are set count as given.</summary>
    /// <param name="command">The cmdlet with its parameters.</param>
    /// <param name="agrees">What ShouldProcess answers; false is what -WhatIf does.</param>
    /// <param name="switches">The switches that are on.</param>
    /// <param name="cleared">Parameters that are given although they are null.</param>
    public Task<RecordingPipeline> RunAsync(
        OcConnectedCmdlet command, bool agrees = true, string[]? switches = null, string[]? cleared = null)
    {
        command.Connection = [Connection];
        return CmdletBody.RunAsync(command, agrees, switches, cleared);
    }

    /// <summary>Runs the body of a cmdlet that can do without a connection.</summary>
    public Task<RecordingPipeline> RunAsync(MessagingAddressCmdlet command)
    {
        command.Connection = Connection;
        return CmdletBody.RunAsync(command);
    }

    public ValueTask DisposeAsync()
    {
        Connection.Dispose();
        Organization.Dispose();
        return ValueTask.CompletedTask;
    }
}
