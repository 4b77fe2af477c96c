namespace OmnichannelAdmin.Build.Tests.Tool;

public sealed class TaskSelectorTests : IDisposable
{
    private readonly RecordingTask _tour = new("tour");
    private readonly RecordingTask _test = new("test");
    private readonly StringWriter _complaints = new();

    [Fact]
    public async Task Without_a_word_the_first_task_runs()
    {
        await RunAsync();
        Assert.True(_tour.HasRun);
    }

    [Fact]
    public async Task A_task_is_found_by_its_name_in_any_case()
    {
        await RunAsync("Test");
        Assert.True(_test.HasRun);
    }

    [Fact]
    public async Task The_exit_code_is_that_of_the_task()
    {
        _test.ExitCode = 7;
        Assert.Equal(7, await RunAsync("test"));
    }

    [Theory]
    [InlineData("tset")]
    [InlineData("tour", "test")]
    public async Task Anything_else_is_refused_with_the_list_of_tasks(params string[] arguments)
    {
        Assert.Equal(2, await RunAsync(arguments));
        Assert.Contains("tour   what tour does", _complaints.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_failed_ends_the_task_with_its_own_words()
    {
        _test.Failure = new BuildException("It does not compile.");
        Assert.Equal(1, await RunAsync("test"));
        Assert.Equal("It does not compile.", _complaints.ToString().Trim());
    }

    public void Dispose() => _complaints.Dispose();

    private Task<int> RunAsync(params string[] arguments) =>
        new TaskSelector([_tour, _test]).RunAsync(arguments, _complaints, CancellationToken.None);
}
