namespace OmnichannelAdmin.SignIn;

/// <summary>Where a job of Azure Automation gets tokens for its account's managed identity.</summary>
/// <param name="Address">The endpoint.</param>
/// <param name="HeaderName">The header that proves that the request comes from the job.</param>
/// <param name="HeaderValue">The header's value, a secret.</param>
internal sealed record AutomationEndpoint(Uri Address, string HeaderName, string HeaderValue)
{
    /// <summary>
    /// The endpoint of the job that this process is, or null when it is none. Cloud jobs have IDENTITY_ENDPOINT; hybrid
    /// workers have MSI_ENDPOINT.
    /// </summary>
    public static AutomationEndpoint? Find(Func<string, string?> environmentVariable)
    {
        if (!AzureAutomation.IsHost(environmentVariable))
            return null;

        return Read("IDENTITY_ENDPOINT", "X-IDENTITY-HEADER", "IDENTITY_HEADER")
            ?? Read("MSI_ENDPOINT", "secret", "MSI_SECRET");

        AutomationEndpoint? Read(string address, string header, string secret) =>
            Uri.TryCreate(environmentVariable(address), UriKind.Absolute, out var url)
            && environmentVariable(secret) is { Length: > 0 } value
                ? new AutomationEndpoint(url, header, value)
                : null;
    }

    /// <summary>The address alone: the header's value is a secret.</summary>
    public override string ToString() => Address.AbsoluteUri;
}
