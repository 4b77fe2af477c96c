using OmnichannelAdmin.Build.Tests.Packing;

namespace OmnichannelAdmin.Build.Tests.Conventions;

public sealed class CmdletConventionTests(PackedModule module) : IClassFixture<PackedModule>
{
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
            Repository.Files("*Command.cs", "src", "OmnichannelAdmin.Cmdlets")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order());

    [Fact]
    public void Only_the_folder_Sandbox_plugs_the_sandbox_in()
    {
        string folder = Path.Combine("src", "OmnichannelAdmin.Cmdlets", "Sandbox");
        Assert.DoesNotContain(
            Repository.Files("*.cs", "src", "OmnichannelAdmin.Cmdlets")
                .Where(file => !file.StartsWith(Repository.Workspace.PathOf(folder), StringComparison.Ordinal)),
            file => File.ReadAllText(file).Contains("using OmnichannelAdmin.Sandbox", StringComparison.Ordinal));
    }
}
