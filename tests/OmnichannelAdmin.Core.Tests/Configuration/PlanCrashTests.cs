using OmnichannelAdmin.AutomatedMessages;
using OmnichannelAdmin.Configuration;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Core.Tests.Configuration;

/// <summary>A process that dies takes its retries along, so each of these clients tries a request once.</summary>
public class PlanCrashTests
{
    private const int Records = 50;
    private static readonly string[] Triggers = Enum.GetNames<AutomatedMessageTrigger>();
    private static readonly DataverseClientOptions OneAttempt = new() { MaxAttempts = 1, Retry = false };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_dies_at_any_request_leaves_all_or_nothing_and_a_fresh_plan_finishes(
        bool isCarriedOut)
    {
        for (var request = 0; await DiesAtAsync(request, isCarriedOut, "{}", Fifty("first", "Hello")); request++)
            Assert.InRange(request, 0, 20);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_dies_while_it_changes_records_and_links_leaves_all_or_nothing_too(
        bool isCarriedOut)
    {
        for (
            var request = 0; await DiesAtAsync(
                request, isCarriedOut, Fifty("first", "Hello"), Fifty("second", "Welcome")); request++)
            Assert.InRange(request, 0, 20);
    }

    [Fact]
    public async Task Of_two_plans_for_the_same_records_at_once_one_wins_and_the_other_is_refused()
    {
        using var one = await ConfiguredEnvironment.OpenAsync();
        using var other = await ConfiguredEnvironment.OpenAsync(one.Organization, OneAttempt);
        await one.ApplyAsync(Channel("https://first.example.com"));
        var plans = (await one.PlanAsync(Channel("https://second.example.com")), await other.PlanAsync(
            Channel("https://third.example.com")));

        var outcomes = await Task.WhenAll(OutcomeAsync(one, plans.Item1), OutcomeAsync(other, plans.Item2));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(outcomes, outcome => outcome is PlanRefusedException or RecordChangedException);
    }

    [Fact]
    public async Task Of_two_plans_that_make_the_same_record_at_once_one_wins_and_the_other_is_refused()
    {
        using var one = await ConfiguredEnvironment.OpenAsync();
        using var other = await ConfiguredEnvironment.OpenAsync(one.Organization, OneAttempt);
        var plans = (await one.PlanAsync(Channel("https://first.example.com")), await other.PlanAsync(
            Channel("https://second.example.com")));

        var outcomes = await Task.WhenAll(OutcomeAsync(one, plans.Item1), OutcomeAsync(other, plans.Item2));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(1, one.Organization.Rows.Count("msdyn_occustommessagingchannel"));
    }

    [Fact]
    public async Task More_changes_than_one_change_set_holds_go_layer_by_layer_and_what_was_done_is_said()
    {
        using var environment = await ConfiguredEnvironment.OpenAsync(new SandboxOrganization(), OneAttempt);
        var plan = await environment.PlanAsync(Workstreams("Many", PlanExecutor.ChangeSetLimit + Records));
        environment.Organization.Faults.Add(SandboxFault.CutBeforeWrite() with { Method = "POST", After = 1 });

        var interruption = await Assert.ThrowsAsync<PlanInterruptedException>(() => environment.ApplyAsync(plan));

        Assert.Equal(PlanExecutor.ChangeSetLimit, interruption.Done.Count);
        Assert.Equal(
            Records, (await environment.PlanAsync(Workstreams("Many", PlanExecutor.ChangeSetLimit + Records))).Creates);
    }

    private static async Task<bool> DiesAtAsync(int request, bool isCarriedOut, string before, string after)
    {
        using var organization = new SandboxOrganization();
        using var dying = await ConfiguredEnvironment.OpenAsync(organization, OneAttempt);
        await dying.ApplyAsync(before);
        var plan = await dying.PlanAsync(after);
        var untouched = (await dying.ExportAsync()).ToJson();
        var fault = isCarriedOut ? SandboxFault.CutAfterWrite() : SandboxFault.CutBeforeWrite();
        organization.Faults.Add(fault with { After = request, Times = int.MaxValue });

        var died = await OutcomeAsync(dying, plan) is not null;
        organization.Faults.Clear();

        using var fresh = await ConfiguredEnvironment.OpenAsync(organization, OneAttempt);
        var left = (await fresh.ExportAsync()).ToJson();
        await fresh.ApplyAsync(after);
        Assert.Contains(left, new[] { untouched, (await fresh.ExportAsync()).ToJson() });
        Assert.False((await fresh.PlanAsync(after)).HasChanges);
        return died;
    }

    private static async Task<Exception?> OutcomeAsync(ConfiguredEnvironment environment, ConfigurationPlan plan) =>
        await Record.ExceptionAsync(() => environment.ApplyAsync(plan));

    // 50 records: a workstream, two tags, a channel, and for each of 23 numbers a linked quick reply and an automated
    // message.
    private static string Fifty(string tag, string message) => $$"""
        {
          "automatedMessages": [ {{Numbered(number => $$"""
            { "streamSource": "Custom", "channel": "Contoso", "recipient": "Customer", "language": "en-US",
              "trigger": "{{Triggers[number]}}", "message": "{{message}}" }
            """)}} ],
          "customChannels": [ { "name": "Contoso", "kind": "DirectLine", "workstream": "Chats" } ],
          "quickReplies": [ {{Numbered(number => $$"""
            {
                "name": "Reply {{number}}", "locale": "en-US", "message": "{{message}}", "tags": [ "{{tag}}" ],
                "workstreams": [ "Chats" ]
            }
            """)}} ],
          "tags": [ { "name": "first" }, { "name": "second" } ],
          "workstreams": [ { "name": "Chats", "streamSource": "Custom" } ]
        }
        """;

    private static string Numbered(Func<int, string> record) =>
        string.Join(',', Enumerable.Range(0, (Records - 4) / 2).Select(record));

    private static string Workstreams(string prefix, int count) =>
        $$"""{ "workstreams": [ {{string.Join(',', Enumerable.Range(1, count).Select(number => $$"""{ "name": "{{prefix}} {{number}}", "streamSource": "Custom" }"""))}} ] }""";

    private static string Channel(string webhook) => $$"""
        { "customChannels": [ { "name": "Contoso web", "kind": "MessagingApi", "webhookUrl": "{{webhook}}",
          "appId": "11111111-2222-3333-4444-555555555555", "tenantId": "66666666-7777-8888-9999-aaaaaaaaaaaa" } ] }
        """;
}
