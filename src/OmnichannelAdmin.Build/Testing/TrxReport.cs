using System.Globalization;
using System.Xml.Linq;

namespace OmnichannelAdmin.Build.Testing;

/// <summary>Reads the report that <c>dotnet test --logger trx</c> writes.</summary>
internal static class TrxReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>
    /// Answers with the counts and the failed tests; a run that failed without a failed test counts as one failure.
    /// </summary>
    /// <param name="project">The project that was run.</param>
    /// <param name="report">The content of a .trx file.</param>
    public static TestReport Read(string project, TextReader report)
    {
        var document = XDocument.Load(report);
        XElement summary = document.Descendants(Trx + "ResultSummary").Single();
        XElement counters = summary.Element(Trx + "Counters")!;

        int passed = Number(counters, "passed");
        int executed = Number(counters, "executed");
        // A skipped test is one that was not executed: the file's own notExecuted stays 0 for xunit.
        TestCounts counts = new(passed, executed - passed, Number(counters, "total") - executed);

        bool runFailed = (string?)summary.Attribute("outcome") is "Failed" or "Aborted" or "Error";
        if (runFailed && counts.Failed == 0)
            return new TestReport(counts, []) + TestReport.CouldNotRun(project, "The run failed, though no test did.");

        return new TestReport(counts, [.. FailedTests(project, document)]);
    }

    private static IEnumerable<FailedTest> FailedTests(string project, XDocument document) =>
        from result in document.Descendants(Trx + "UnitTestResult")
        where (string?)result.Attribute("outcome") == "Failed"
        let message = result.Descendants(Trx + "Message").FirstOrDefault()
        select new FailedTest(project, (string)result.Attribute("testName")!, message?.Value ?? "");

    private static int Number(XElement counters, string name) =>
        int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
