namespace OmnichannelAdmin.SignIn;

/// <summary>Tells whether the process is a job of Azure Automation.</summary>
internal static class AzureAutomation
{
    public static bool IsHost(Func<string, string?> environmentVariable) =>
        environmentVariable("AZUREPS_HOST_ENVIRONMENT")?.StartsWith(
            "AzureAutomation", StringComparison.OrdinalIgnoreCase) == true
        || environmentVariable("AUTOMATION_ASSET_ENDPOINT") is { Length: > 0 };
}
