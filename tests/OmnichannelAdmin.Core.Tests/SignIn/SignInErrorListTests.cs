using System.Text.RegularExpressions;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Core.Tests.SignIn;

/// <summary>Holds docs/errors.md against the ids that signing in can fail with.</summary>
public sealed partial class SignInErrorListTests
{
    public static TheoryData<string> Ids =>
    [
        .. Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => ThrownId().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["id"].Value)
            .Concat(EntraErrorCatalog.All.Select(info => info.Id))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_id_is_listed(string id) =>
        Assert.Contains($"`{id}`", File.ReadAllText(Repository.PathOf("docs/errors.md")), StringComparison.Ordinal);

    [GeneratedRegex("""SignInException\(\s*"(?<id>[A-Za-z]+)",""")]
    private static partial Regex ThrownId();
}
