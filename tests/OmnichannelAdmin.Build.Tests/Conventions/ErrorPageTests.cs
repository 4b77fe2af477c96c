using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Build.Tests.Conventions;

/// <summary>Scripts rely on the ids of errors, so <c>docs/errors.md</c> has them all and no others.</summary>
public sealed partial class ErrorPageTests
{
    // The engine's own, for a value that a parameter does not take.
    private const string OfTheEngine = "ParameterArgumentTransformationError";

    private static readonly RaisedErrors Raised = RaisedErrors.Find();

    [Fact]
    public void The_id_of_every_error_that_the_source_makes_is_found() => Offenders.MustBeNone(Raised.Unknown);

    [Fact]
    public void Every_id_that_can_be_raised_is_on_the_page() => Offenders.MustBeNone(Raised.Ids.Except(Listed()));

    [Fact]
    public void Every_id_on_the_page_can_be_raised() =>
        Offenders.MustBeNone(Listed().Where(id => id != OfTheEngine && !CanBeRaised(id)));

    // An id may be listed that belongs to a family, where its cause deserves words of its own.
    private static bool CanBeRaised(string id) =>
        Raised.Ids.Contains(id) || Raised.Ids.Any(family => IsOf(id, family.Split('…')));

    private static bool IsOf(string id, string[] parts) => parts.Length == 2
        && id.StartsWith(parts[0], StringComparison.Ordinal)
        && id.EndsWith(parts[1], StringComparison.Ordinal);

    private static IReadOnlyList<string> Listed() =>
    [
        .. from line in File.ReadLines(Repository.PathOf("docs/errors.md"))
           where line.StartsWith("| `", StringComparison.Ordinal)
           from Match id in Id().Matches(line.Split('|')[1])
           select id.Groups["id"].Value,
    ];

    [GeneratedRegex("`(?<id>[A-Za-z…]+)`")]
    private static partial Regex Id();
}
