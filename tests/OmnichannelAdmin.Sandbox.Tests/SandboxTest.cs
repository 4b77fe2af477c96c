namespace OmnichannelAdmin.Sandbox.Tests;

/// <summary>A test with an organization of its own and a client of it.</summary>
public abstract class SandboxTest : IDisposable
{
    protected const string Channels = "msdyn_occustommessagingchannels";

    private protected SandboxTest()
        : this(new SandboxSettings())
    {
    }

    private protected SandboxTest(SandboxSettings settings)
    {
        Organization = new SandboxOrganization(settings);
        Client = new SandboxClient(Organization);
    }

    private protected SandboxOrganization Organization { get; }

    private protected SandboxClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Organization.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Creates a channel and answers its path.</summary>
    private protected async Task<string> CreateChannelAsync(string name, string more = "")
    {
        var id = Guid.NewGuid();
        var answer = await Client.PostAsync(
            Channels, $$"""{"msdyn_occustommessagingchannelid":"{{id}}","msdyn_name":"{{name}}"{{more}}}""");
        Assert.Equal(System.Net.HttpStatusCode.NoContent, answer.Status);
        return $"{Channels}({id})";
    }

    private protected Guid Workstream => Organization.Rows.All("msdyn_liveworkstream")[0].Id;
}
