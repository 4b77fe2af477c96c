using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

/// <summary>Channels that the tests work with.</summary>
internal static class ChannelExamples
{
    public const string Table = "msdyn_occustommessagingchannel";
    public const string Workstream = "Messaging workstream";

    public static readonly Guid AppId = new("9f6c021d-1234-4abc-8df7-123456789abc");
    public static readonly Guid OtherTenant = new("b5122edb-5678-4def-99e2-abcdef123456");

    /// <summary>The cmdlet that registers a channel, with its least parameters.</summary>
    public static NewOcCustomChannelCommand New(string name = "Contoso web") => new()
    {
        Name = name,
        AppId = AppId,
        WebhookUrl = new Uri("https://contoso-bot.example.com"),
    };

    /// <summary>The cmdlet that registers a channel, with every parameter.</summary>
    public static NewOcCustomChannelCommand NewWithEverything()
    {
        var command = New();
        command.TenantId = OtherTenant;
        command.Workstream = WorkstreamByName();
        command.Language = RecordIdentity.Parse("English - United States");
        command.CustomerFileAttachments = true;
        command.AgentFileAttachments = true;
        return command;
    }

    /// <summary>Registers a channel.</summary>
    public static async Task<CustomChannel> AddChannelAsync(
        this EnvironmentUnderTest environment, string name = "Contoso web")
    {
        var pipeline = await environment.RunAsync(New(name));
        environment.Organization.Requests.Clear();
        return Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output));
    }

    /// <summary>The identity of the sandbox's own workstream.</summary>
    public static RecordIdentity WorkstreamByName() => RecordIdentity.Parse(Workstream);
}
