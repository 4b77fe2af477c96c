using OmnichannelAdmin.Testing;

namespace OmnichannelAdmin.Cmdlets.Tests.Surface;

/// <summary>
/// Holds every cmdlet and parameter to the table in surface.txt, so that a change of what users rely on is written down
/// on purpose.
/// </summary>
public class CmdletSurfaceTests
{
    [Fact]
    public void Every_parameter_is_as_the_table_says()
    {
        var expected = File.ReadAllLines(Repository.PathOf("tests/OmnichannelAdmin.Cmdlets.Tests/Surface/surface.txt"));
        var actual = CmdletSurface.Classes.SelectMany(CmdletSurface.Lines).ToList();

        var differences = actual.Except(expected).Select(line => $"+ {line}")
            .Concat(expected.Except(actual).Select(line => $"- {line}"))
            .ToList();

        Assert.True(
            differences.Count == 0, $"surface.txt differs from the assembly:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void Every_class_is_named_after_its_cmdlet() => Assert.All(
        CmdletSurface.Classes,
        type => Assert.Equal(CmdletSurface.NameOf(type).Replace("-", "") + "Command", type.Name));

    [Fact]
    public void Every_cmdlet_is_sealed() =>
        Assert.All(CmdletSurface.Classes, type => Assert.True(type.IsSealed, type.Name));
}
