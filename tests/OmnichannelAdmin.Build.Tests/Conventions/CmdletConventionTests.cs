using OmnichannelAdmin.Build.Tests.Packing;

namespace OmnichannelAdmin.Build.Tests.Conventions;

public sealed class CmdletConventionTests(PackedModule module) : IClassFixture<PackedModule>
{
    private const string Cmdlets = "src/OmnichannelAdmin.Cmdlets";

    [Fact]
    public void A_cmdlet_is_a_sealed_class_called_VerbOcNounCommand() =>
        Assert.All(module.Cmdlets, cmdlet =>
        {
            Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);
            Assert.StartsWith("Oc", cmdlet.Noun, StringComparison.Ordinal);
            Assert.True(cmdlet.Type.IsSealed, $"{cmdlet.Type.Name} is not sealed.");
        });

    [Fact]
    public void A_file_called_Command_holds_the_cmdlet_of_that_name() =>
        Assert.Equal(
            module.Cmdlets.Select(cmdlet => cmdlet.Type.Name).Order(),
            Repository.Files(Cmdlets, "*Command.cs")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order());

    [Fact]
    public void Only_the_folder_Sandbox_plugs_the_sandbox_in()
    {
        IEnumerable<string> others = Repository.Files(Cmdlets, "*.cs")
            .Where(file => !Repository.Relative(file).StartsWith($"{Cmdlets}/Sandbox/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            others,
            file => File.ReadAllText(file).Contains("using OmnichannelAdmin.Sandbox", StringComparison.Ordinal));
    }
}
