using BenchmarkDotNet.Reports;

namespace OmnichannelAdmin.Benchmarks;

/// <summary>Holds benchmarks to a multiple of the baseline that was measured in the same run.</summary>
internal static class Bound
{
    /// <summary>
    /// Says of each benchmark how it stands to its baseline; answers whether none takes longer than it may.
    /// </summary>
    /// <param name="summary">What was measured; nothing when the benchmarks were left out.</param>
    /// <param name="times">How many times as long as its baseline a benchmark may take.</param>
    public static bool Holds(Summary summary, double times)
    {
        bool holds = true;
        foreach (var alike in summary.Reports.GroupBy(report => report.BenchmarkCase.Parameters.DisplayInfo))
        {
            double baseline = MeanOf(alike.Single(report => report.BenchmarkCase.Descriptor.Baseline));
            foreach (BenchmarkReport report in alike.Where(report => !report.BenchmarkCase.Descriptor.Baseline))
            {
                double ratio = MeanOf(report) / baseline;
                holds &= ratio <= times;
                Console.WriteLine(
                    $"{report.BenchmarkCase.DisplayInfo}: {ratio:F2} times its baseline, "
                        + $"of {times:F2} that it may take.");
            }
        }

        return holds;
    }

    // What could not be measured holds no bound.
    private static double MeanOf(BenchmarkReport report) => report.ResultStatistics?.Mean ?? double.NaN;
}
