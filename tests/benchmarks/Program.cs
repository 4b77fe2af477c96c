using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OmnichannelAdmin.Benchmarks;

// In this process: a benchmark built anew for net8.0 would not start where there is only a later runtime.
Job job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
string artifacts = Path.Combine("out", "benchmarks");
ManualConfig config = DefaultConfig.Instance.AddJob(job).WithArtifactsPath(artifacts);
var benchmarks = new BenchmarkSwitcher([typeof(WireBenchmarks), typeof(SandboxBenchmarks), typeof(PlanBenchmarks)]);
IEnumerable<Summary> summaries = args.Length == 0 ? benchmarks.RunAll(config) : benchmarks.Run(args, config);

bool holds = true;
foreach (Summary plans in summaries.Where(
    summary => summary.BenchmarksCases.Any(item => item.Descriptor.Type == typeof(PlanBenchmarks))))
    holds &= Bound.Holds(plans, PlanBenchmarks.MostTimesTheReads);

return holds ? 0 : 1;
