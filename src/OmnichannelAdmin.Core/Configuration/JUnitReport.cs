using System.Globalization;
using System.Xml.Linq;

namespace OmnichannelAdmin.Configuration;

/// <summary>Writes the result of a drift test as the XML that build pipelines read: a test case per record.</summary>
public static class JUnitReport
{
    /// <summary>The report as text.</summary>
    public static string Write(ConfigurationTestResult result)
    {
        var suite = new XElement(
            "testsuite",
            new XAttribute("name", $"Configuration of {result.Environment.Host}"),
            Count("tests", result.Records),
            Count("failures", result.Drift.Count),
            Count("errors", 0),
            Count("skipped", 0),
            result.Plan.Changes.Select(Case));
        return $"{new XDeclaration("1.0", "utf-8", null)}\n{new XElement("testsuites", suite)}\n";
    }

    private static XElement Case(PlannedChange change) => new(
        "testcase",
        new XAttribute("classname", change.Section),
        new XAttribute("name", Printable(change.Name)),
        change.Action == PlanAction.NoChange ? null : Failure(change));

    private static XElement Failure(PlannedChange change) => new(
        "failure",
        new XAttribute("message", Message(change.Action)),
        string.Join('\n', change.Fields.Select(field => Printable(field.ToString()))));

    private static string Message(PlanAction action) => action switch
    {
        PlanAction.Create => "The record is missing.",
        PlanAction.Delete => "The record is not in the configuration.",
        _ => "The record is not as the configuration says.",
    };

    private static XAttribute Count(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    // XML 1.0 has no way to write most control characters.
    private static string Printable(string text) =>
        new([.. text.Select(c => char.IsControl(c) && c is not ('\t' or '\n') ? ' ' : c)]);
}
