using OmnichannelAdmin.Build.Engine;

namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class PowerShellEngineTests
{
    [Theory]
    [InlineData("7.4.0", true)]
    [InlineData("7.6.5\n", true)]
    [InlineData("7.7.0-preview.2", true)]
    [InlineData("8.0.0", true)]
    [InlineData("7.3.12", false)]
    [InlineData("5.1.22621.4391", false)]
    [InlineData("", false)]
    public void PowerShell_7_4_or_later_is_new_enough(string version, bool isNewEnough) =>
        Assert.Equal(isNewEnough, PowerShellEngine.IsNewEnough(version));
}
