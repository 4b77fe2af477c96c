namespace OmnichannelAdmin.Build.Tests;

/// <summary>What breaks a rule; xunit's own messages cut such lists short.</summary>
internal static class Offenders
{
    /// <summary>Fails with the whole list unless it is empty.</summary>
    public static void MustBeNone(IEnumerable<string> offenders)
    {
        string[] found = [.. offenders];
        string list = string.Join(Environment.NewLine, found);
        Assert.True(found.Length == 0, $"{found.Length} too many:{Environment.NewLine}{list}");
    }
}
