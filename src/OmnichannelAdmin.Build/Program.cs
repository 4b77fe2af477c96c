using OmnichannelAdmin.Build;
using OmnichannelAdmin.Build.Engine;
using OmnichannelAdmin.Build.Tasks;

var workspace = Workspace.Find(AppContext.BaseDirectory);
CommandRunner commands = new(workspace.Root);
DotNet dotnet = new(commands);
EngineFinder engines = new(commands, dotnet);
BuildTask build = new(workspace, dotnet);

IBuildTask[] tasks =
[
    new TourTask(workspace, dotnet, engines, build),
    build,
    new TestTask(workspace, dotnet, engines, build),
    new BenchTask(workspace, dotnet, engines, build),
    new PackTask(workspace, dotnet, build),
    new HelpTask(workspace, engines, build),
    new CleanTask(workspace),
];

return await new TaskSelector(tasks).RunAsync(args, Console.Error, CancellationToken.None);
