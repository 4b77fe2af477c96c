using OmnichannelAdmin.Runner;

return await new RunnerCommands(new RunnerConsole()).Root().Parse(args).InvokeAsync();
