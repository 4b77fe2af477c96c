using FsCheck;
using FsCheck.Fluent;

namespace OmnichannelAdmin.Sandbox.Tests.Properties;

public sealed class StoreProperties
{
    [Fact]
    public void Any_sequence_of_writes_leaves_what_the_simple_model_says() => Check((driver, model, write) =>
    {
        var expected = model.After(write);
        var done = Run(driver, write);

        Assert.Equal(expected is not null, done);
        AssertSame(expected ?? model, driver.Read());
    });

    [Fact]
    public void Etags_only_grow_and_a_refused_write_moves_none() => Check((driver, model, write) =>
    {
        var before = driver.Versions();
        var newest = before.Values.DefaultIfEmpty().Max();
        var done = Run(driver, write);

        var after = driver.Versions();
        foreach (var (id, version) in after)
            Assert.True(before.GetValueOrDefault(id) == version || (done && version > newest), $"{id}: {version}");
        Assert.True(done || before.Count == after.Count);
    });

    [Fact]
    public void Every_lookup_leads_to_a_row() => Check((driver, model, write) =>
    {
        Run(driver, write);

        var found = driver.Read();
        foreach (var (_, workstream) in found.Channels.Values)
            Assert.True(workstream is null || found.Workstreams.ContainsKey(workstream.Value));
    });

    private static void Check(Action<SandboxDriver, SimpleModel, Write> step) => Prop
        .ForAll(WriteGenerator.Sequences(), writes =>
        {
            using var driver = new SandboxDriver();
            foreach (var write in writes)
                step(driver, driver.Read(), write);
        })
        .QuickCheckThrowOnFailure();

    // A property is a plain function. The sandbox answers without waiting, so the task is done when it is handed out.
    private static bool Run(SandboxDriver driver, Write write)
    {
        var task = driver.MakeAsync(write);
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    private static void AssertSame(SimpleModel expected, SimpleModel actual)
    {
        Assert.Equal(expected.Workstreams.OrderBy(item => item.Key), actual.Workstreams.OrderBy(item => item.Key));
        Assert.Equal(expected.Channels.OrderBy(item => item.Key), actual.Channels.OrderBy(item => item.Key));
    }
}
