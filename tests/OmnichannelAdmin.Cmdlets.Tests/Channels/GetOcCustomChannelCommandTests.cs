using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Cmdlets.Tests.Channels;

public class GetOcCustomChannelCommandTests
{
    private const string StrangeName = "O'Neil & Sons + 50 % #1 Привет 🎈";

    [Fact]
    public async Task All_channels_come_in_the_order_of_their_names()
    {
        await using var environment = await EnvironmentWithAsync("b", "c", "a");

        Assert.Equal(["a", "b", "c"], await NamesAsync(environment, new()));
    }

    [Theory]
    [InlineData("Contoso*", new[] { "Contoso shop", "Contoso web" })]
    [InlineData("*web", new[] { "Contoso web", "Fabrikam web" })]
    [InlineData("contoso WEB", new[] { "Contoso web" })]
    [InlineData("No such*", new string[0])]
    public async Task A_name_may_have_wildcards(string name, string[] expected)
    {
        await using var environment = await EnvironmentWithAsync("Contoso web", "Contoso shop", "Fabrikam web");

        Assert.Equal(expected, await NamesAsync(environment, new() { Identity = [RecordIdentity.Parse(name)] }));
    }

    [Theory]
    [InlineData(StrangeName)]
    [InlineData("O'Neil*")]
    [InlineData("*🎈")]
    [InlineData("O'Neil & Sons + 50 % #?*")]
    public async Task A_name_with_every_kind_of_character_is_found(string name)
    {
        await using var environment = await EnvironmentWithAsync(StrangeName, "O'Neil or 1 eq 1");

        Assert.Contains(StrangeName, await NamesAsync(environment, new() { Identity = [RecordIdentity.Parse(name)] }));
    }

    [Fact]
    public async Task The_servers_own_wildcards_are_plain_characters_here()
    {
        await using var environment = await EnvironmentWithAsync("50 %", "500", "50_", "501", "a[b]", "ab");

        Assert.Equal(["50 %"], await NamesAsync(environment, new() { Identity = [RecordIdentity.Parse("50 %")] }));
        Assert.Equal(["50_"], await NamesAsync(environment, new() { Identity = [RecordIdentity.Parse("50_*")] }));
        Assert.Equal(["a[b]"], await NamesAsync(environment, new() { Identity = [RecordIdentity.Parse("a[b*")] }));
    }

    [Fact]
    public async Task A_name_that_no_channel_has_is_an_error_with_that_name_as_target()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();

        var pipeline = await environment.RunAsync(
            new GetOcCustomChannelCommand { Identity = [RecordIdentity.Parse("Contoso")] });

        var error = Assert.Single(pipeline.Errors);
        Assert.Equal(("RecordNotFound", "Contoso"), (error.Id, error.Target));
    }

    [Fact]
    public async Task A_channel_is_found_by_its_id()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        var channel = await environment.AddChannelAsync();

        Assert.Equal(
            ["Contoso web"], await NamesAsync(environment, new() { Identity = [RecordIdentity.Of(channel.Id)] }));
    }

    [Fact]
    public async Task Channels_are_found_by_the_host_of_their_webhook()
    {
        await using var environment = await EnvironmentWithAsync("Contoso web");
        var other = ChannelExamples.New("Elsewhere");
        other.WebhookUrl = new Uri("https://elsewhere.example.com/contoso-bot.example.com");
        await environment.RunAsync(other);

        Assert.Equal(["Contoso web"], await NamesAsync(environment, new() { WebhookHost = "contoso-bot.*" }));
    }

    [Fact]
    public async Task Channels_are_found_by_their_workstream()
    {
        await using var environment = await EnvironmentWithAsync("Contoso web");
        var attached = ChannelExamples.New("Attached");
        attached.Workstream = ChannelExamples.WorkstreamByName();
        await environment.RunAsync(attached);

        Assert.Equal(
            ["Attached"], await NamesAsync(environment, new() { Workstream = ChannelExamples.WorkstreamByName() }));
    }

    [Fact]
    public async Task A_direct_line_channel_is_shown_for_what_it_is()
    {
        await using var environment = await EnvironmentUnderTest.OpenAsync();
        environment.Organization.Rows.Add(
            ChannelExamples.Table, new() { ["msdyn_name"] = "Bot", ["msdyn_occustomchannelid"] = 192350000 });

        var pipeline = await environment.RunAsync(new GetOcCustomChannelCommand());

        var channel = Assert.IsType<CustomChannel>(Assert.Single(pipeline.Output));
        Assert.Equal(CustomChannelKind.DirectLine, channel.Kind);
        Assert.Null(channel.WebhookUrl);
        Assert.Null(channel.ActivitiesUrl);
    }

    [Fact]
    public async Task A_429_between_two_pages_loses_and_doubles_nothing()
    {
        await using var environment = await EnvironmentWithPagesAsync();
        environment.Organization.Faults.Add(SandboxFault.Throttled("17") with { Url = "skiptoken" });

        Assert.Equal(["a", "b", "c", "d", "e"], await NamesAsync(environment, new()));
        Assert.Contains(TimeSpan.FromSeconds(17), environment.Time.Delays);
    }

    [Fact]
    public async Task A_page_that_is_cut_off_is_read_again()
    {
        await using var environment = await EnvironmentWithPagesAsync();
        environment.Organization.Faults.Add(SandboxFault.TruncateBody() with { Url = "skiptoken" });

        Assert.Equal(["a", "b", "c", "d", "e"], await NamesAsync(environment, new()));
    }

    private static async Task<EnvironmentUnderTest> EnvironmentWithPagesAsync()
    {
        var environment = await EnvironmentUnderTest.OpenAsync(pageSize: 2);
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
            await environment.AddChannelAsync(name);

        return environment;
    }

    private static async Task<EnvironmentUnderTest> EnvironmentWithAsync(params string[] names)
    {
        var environment = await EnvironmentUnderTest.OpenAsync();
        foreach (var name in names)
            await environment.AddChannelAsync(name);

        return environment;
    }

    private static async Task<string[]> NamesAsync(EnvironmentUnderTest environment, GetOcCustomChannelCommand command)
    {
        var pipeline = await environment.RunAsync(command);
        Assert.Empty(pipeline.Errors);
        return [.. pipeline.Output.Cast<CustomChannel>().Select(channel => channel.Name)];
    }
}
