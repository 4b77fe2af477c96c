namespace OmnichannelAdmin.Runner.Tests;

/// <summary>
/// A test that starts a process which must trust a throw-away authority. The runtime reads one from SSL_CERT_FILE on
/// Linux only.
/// </summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Only on Linux a process can be told of another authority.";
    }
}
