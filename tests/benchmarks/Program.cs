using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OmnichannelAdmin.Benchmarks;

// In this process: a benchmark built anew for net8.0 would not start where there is only a later runtime.
Job job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
string artifacts = Path.Combine("out", "benchmarks");
ManualConfig config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(artifacts);
BenchmarkRunner.Run<WireBenchmarks>(config, args);
BenchmarkRunner.Run<SandboxBenchmarks>(config, args);
BenchmarkRunner.Run<PlanBenchmarks>(config, args);
