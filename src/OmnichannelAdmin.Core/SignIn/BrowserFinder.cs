using System.Runtime.InteropServices;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Tells beforehand whether a browser can open, since waiting for one that cannot ends only with Ctrl+C.
/// </summary>
internal sealed class BrowserFinder(Func<string, string?> environmentVariable, OSPlatform platform)
{
    /// <summary>The stable id of the error.</summary>
    public const string ErrorId = "BrowserUnavailable";

    /// <summary>What to do where none can open.</summary>
    public const string Advice =
        "No browser can open here. Use -DeviceCode to sign in with a browser on another device; for unattended work "
        + "give -ManagedIdentity, -Certificate, -ClientSecret or -FederatedToken; or bring a token with -AccessToken.";

    // What the identity library tries, in its order.
    private static readonly string[] Openers =
        ["xdg-open", "gnome-open", "kfmclient", "microsoft-edge", "wslview"];

    /// <summary>Asks about this machine.</summary>
    public BrowserFinder(Func<string, string?> environmentVariable)
        : this(environmentVariable, OperatingSystem.IsLinux() ? OSPlatform.Linux : OSPlatform.Create("Other"))
    {
    }

    /// <summary>Whether a browser can open.</summary>
    public bool CanOpen => !AzureAutomation.IsHost(environmentVariable)
        && (platform == OSPlatform.Linux ? CanOpenOnLinux : Environment.UserInteractive);

    private bool CanOpenOnLinux =>
        (IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY") || IsSet("WSL_DISTRO_NAME")) && Openers.Any(IsOnPath);

    private bool IsSet(string variable) => !string.IsNullOrEmpty(environmentVariable(variable));

    private bool IsOnPath(string command) => (environmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, command)));
}
