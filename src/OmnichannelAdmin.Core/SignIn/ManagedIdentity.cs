using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs in as the Azure resource that the process runs on.</summary>
public static class ManagedIdentity
{
    /// <summary>
    /// The token source of this process's managed identity: Azure Automation's own endpoint in one of its jobs, else
    /// whatever the Microsoft Authentication Library finds.
    /// </summary>
    /// <param name="environment">The environment that tokens are for.</param>
    /// <param name="clientId">The client id of a user-assigned identity, or null for the system-assigned one.</param>
    /// <param name="environmentVariable">Reads an environment variable, to recognise Azure Automation.</param>
    /// <param name="createTransport">Makes what carries requests for tokens.</param>
    /// <param name="time">The clock.</param>
    public static IAccessTokenSource For(
        EnvironmentUrl environment,
        Guid? clientId,
        Func<string, string?> environmentVariable,
        Func<HttpMessageHandler> createTransport,
        TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(createTransport);
        return AutomationEndpoint.Find(environmentVariable) is { } endpoint
            ? new AutomationTokenSource(environment, clientId, endpoint, createTransport(), time)
            : new ManagedIdentityTokenSource(environment, clientId, createTransport(), time);
    }
}
