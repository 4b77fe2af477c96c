using System.Globalization;
using System.Xml.Linq;

namespace OmnichannelAdmin.Build.Testing;

/// <summary>Reads the counts from the report that <c>dotnet test --logger trx</c> writes.</summary>
internal static class TrxReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Answers with the counts; a run that failed without a failed test counts as one failure.</summary>
    /// <param name="report">The content of a .trx file.</param>
    public static TestCounts Read(TextReader report)
    {
        XElement summary = XDocument.Load(report).Descendants(Trx + "ResultSummary").Single();
        XElement counters = summary.Element(Trx + "Counters")!;

        int passed = Number(counters, "passed");
        int executed = Number(counters, "executed");
        // A skipped test is one that was not executed: the file's own notExecuted stays 0 for xunit.
        TestCounts counts = new(passed, executed - passed, Number(counters, "total") - executed);

        bool runFailed = (string?)summary.Attribute("outcome") is "Failed" or "Aborted" or "Error";
        return runFailed && counts.Failed == 0 ? counts + TestCounts.OneFailure : counts;
    }

    private static int Number(XElement counters, string name) =>
        int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
