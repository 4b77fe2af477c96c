namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class ModuleLayoutTests
{
    [Theory]
    [InlineData("Polly.Core.dll", true)]
    [InlineData("libmsalruntime.so", true)]
    [InlineData("OmnichannelAdmin.Cmdlets.deps.json", false)]
    [InlineData("OmnichannelAdmin.Cmdlets.runtimeconfig.json", false)]
    [InlineData("OmnichannelAdmin.Core.xml", false)]
    [InlineData("Polly.Core.pdb", false)]
    public void Only_what_the_loader_can_load_is_packed(string file, bool isPacked) =>
        Assert.Equal(isPacked, ModuleLayout.IsNeededAtRunTime(file));
}
