namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class WorkspaceTests
{
    [Fact]
    public void The_top_of_the_repository_is_found_from_below()
    {
        var found = Workspace.Find(Repository.PathOf("src/module"));
        Assert.Equal(new Workspace(Repository.Root), found);
    }

    [Fact]
    public void Outside_a_clone_the_message_says_what_was_looked_for()
    {
        string outside = Path.GetPathRoot(AppContext.BaseDirectory)!;
        BuildException failure = Assert.Throws<BuildException>(() => Workspace.Find(outside));
        Assert.Contains(Workspace.SolutionFile, failure.Message, StringComparison.Ordinal);
    }
}
