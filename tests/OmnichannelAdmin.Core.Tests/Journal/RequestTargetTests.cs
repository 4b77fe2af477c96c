using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Core.Tests.Journal;

public class RequestTargetTests
{
    private const string Id = "3f0d9f39-1b0e-4b0e-8a4e-6f5a3b1c2d4e";

    private static readonly EnvironmentUrl Environment = EnvironmentUrl.Parse(
        "https://contoso.crm4.dynamics.com", allowUnknownHost: false);

    [Theory]
    [InlineData("msdyn_liveworkstreams(" + Id + ")")]
    [InlineData("msdyn_liveworkstreams(" + Id + ")?$select=msdyn_name")]
    [InlineData("msdyn_liveworkstreams%28" + Id + "%29")]
    [InlineData("/api/data/v9.1/msdyn_liveworkstreams(" + Id + ")")]
    [InlineData("https://contoso.crm4.dynamics.com/api/data/v9.2/msdyn_liveworkstreams(" + Id + ")")]
    public void A_row_is_known_however_its_path_is_written(string path)
    {
        var target = TargetOf(path);

        Assert.Equal(
            ($"msdyn_liveworkstreams({Id})", "Workstream", Guid.Parse(Id), true),
            (target.Path, target.Table?.RecordName, target.Id, target.IsWhole));
    }

    [Theory]
    [InlineData("msdyn_liveworkstreams(" + Id + ")/msdyn_name")]
    [InlineData("msdyn_liveworkstreams(" + Id + ")/Microsoft.Dynamics.CRM.Close")]
    [InlineData("msdyn_liveworkstreams(msdyn_name='Web')")]
    public void What_is_below_a_row_or_under_another_key_is_not_the_row_itself(string path) =>
        Assert.False(TargetOf(path).IsWhole);

    [Theory]
    [InlineData("accounts(" + Id + ")")]
    [InlineData("WhoAmI")]
    [InlineData("https://")]
    public void A_table_of_others_is_none_of_the_module(string path) => Assert.Null(TargetOf(path).Table);

    private static RequestTarget TargetOf(string path) =>
        RequestTarget.Of(new DataverseRequest(HttpMethod.Patch, path), Environment);
}
