namespace OmnichannelAdmin.Sandbox.Tests;

public sealed class ManagedIdentityTests : SandboxTest
{
    [Fact]
    public async Task A_change_of_the_webhook_makes_a_new_subject()
    {
        var id = await ChannelWithIdentityAsync();
        var first = await SubjectAsync(id);
        await Client.PatchAsync($"{Channels}({id})", """{"msdyn_webhookurl":"https://two.example.com"}""");
        var second = await SubjectAsync(id);
        await Client.PatchAsync($"{Channels}({id})", """{"msdyn_webhookurl":"https://one.example.com"}""");
        var third = await SubjectAsync(id);

        Assert.Equal(3, new[] { first, second, third }.Distinct().Count());
    }

    [Fact]
    public async Task Any_other_change_keeps_the_subject()
    {
        var id = await ChannelWithIdentityAsync();
        var before = await SubjectAsync(id);
        await Client.PatchAsync(
            $"{Channels}({id})", """{"msdyn_name":"Other","msdyn_webhookurl":"https://one.example.com"}""");

        Assert.Equal(before, await SubjectAsync(id));
    }

    private async Task<Guid> ChannelWithIdentityAsync()
    {
        var identity = Organization.Rows.Add("managedidentity", new() { ["name"] = "Identity" });
        await CreateChannelAsync("Channel", $$"""
            ,"msdyn_webhookurl":"https://one.example.com",
            "managedidentityid@odata.bind":"/managedidentities({{identity}})"
            """);
        return Organization.Rows.All("msdyn_occustommessagingchannel")[0].Id;
    }

    private async Task<string?> SubjectAsync(Guid id) => (string?)(await Client.GetAsync(
        $"GetComponentManagedIdentityFIC(ComponentName='msdyn_occustommessagingchannel',ComponentId={id})"))
        .Json["FICSubject"];
}
