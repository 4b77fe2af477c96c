using System.Net;
using OmnichannelAdmin.Journal;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Core.Tests.Journal;

public sealed class RequestJournalTests : IAsyncLifetime
{
    private const string Channels = "msdyn_occustommessagingchannels";
    private const string AuthSettings = "msdyn_authenticationsettingses";
    private const string Secret = "s3cret-word";

    private const string WithSecret =
        $$"""{ "msdyn_name": "Contoso", "msdyn_authenticationclientsecret": "{{Secret}}" }""";

    private JournalledEnvironment _environment = null!;

    public async Task InitializeAsync() => _environment = await JournalledEnvironment.OpenAsync();

    public Task DisposeAsync()
    {
        _environment.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_PATCH_is_recorded_with_the_values_before_and_after()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        await _environment.SendAsync(
            "PATCH", $"{Channels}({channel.Id})?$select=msdyn_name", """{ "msdyn_name": "Contoso chat" }""");

        var change = (await _environment.ChangesAsync())[1];

        Assert.Equal(
            (ChangeKind.Update, "CustomChannel", channel.Id, "Contoso web", ChangeOutcome.Done),
            (change.Kind, change.Record, change.RecordId, change.Name, change.Outcome));
        Assert.Equal($"PATCH {Channels}({channel.Id})", change.Request!.ToString());
        Assert.Equal("Name: \"Contoso web\" → \"Contoso chat\"", Assert.Single(change.Columns).ToString());
        Assert.NotNull(change.RequestId);
    }

    [Fact]
    public async Task A_PATCH_is_taken_back()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        await _environment.SendAsync("PATCH", $"{Channels}({channel.Id})", """{ "msdyn_name": "Contoso chat" }""");

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Update);

        Assert.Equal("Contoso web", (await _environment.FindAsync(channel.Id))!.Name);
    }

    [Fact]
    public async Task A_PATCH_of_a_row_that_somebody_changed_since_is_not_taken_back()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        await _environment.SendAsync("PATCH", $"{Channels}({channel.Id})", """{ "msdyn_name": "Contoso chat" }""");
        _environment.Organization.Rows.Change(
            "msdyn_occustommessagingchannel", channel.Id, new() { ["msdyn_name"] = "Renamed" });

        await Assert.ThrowsAsync<UndoRefusedException>(
            () => _environment.UndoAsync(change => change.Kind == ChangeKind.Update));
    }

    [Fact]
    public async Task A_PATCH_that_makes_a_row_is_taken_back_by_removing_it()
    {
        var id = Guid.NewGuid();
        await _environment.SendAsync(
            "PATCH", $"{Channels}({id})", """{ "msdyn_name": "Contoso web", "msdyn_occustomchannelid": 192350002 }""");

        await _environment.UndoAllAsync();

        Assert.Equal(ChangeKind.Create, (await _environment.ChangesAsync())[0].Kind);
        Assert.Null(await _environment.FindAsync(id));
    }

    [Fact]
    public async Task A_POST_is_recorded_under_the_GUID_that_the_answer_tells_and_taken_back()
    {
        await _environment.SendAsync(
            "POST", Channels, """{ "msdyn_name": "Contoso web", "msdyn_occustomchannelid": 192350002 }""");
        var change = await _environment.OnlyChangeAsync();
        Assert.NotNull(await _environment.FindAsync(change.RecordId!.Value));

        await _environment.UndoAllAsync();

        Assert.Null(await _environment.FindAsync(change.RecordId.Value));
    }

    [Fact]
    public async Task A_DELETE_is_recorded_with_all_that_the_row_held_and_taken_back()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        await _environment.SendAsync("DELETE", $"{Channels}({channel.Id})");

        await _environment.UndoAsync(change => change.Kind == ChangeKind.Delete);

        Assert.Equal(channel.WebhookUrl, (await _environment.FindAsync(channel.Id))!.WebhookUrl);
    }

    [Fact]
    public async Task A_lookup_is_recorded_by_the_row_that_it_leads_to()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        var workstream = _environment.Organization.Rows.All("msdyn_liveworkstream")[0].Id;
        await _environment.SendAsync(
            "PATCH",
            $"{Channels}({channel.Id})",
            $$"""{ "msdyn_liveworkstreamid@odata.bind": "/msdyn_liveworkstreams({{workstream}})" }""");

        var column = Assert.Single((await _environment.ChangesAsync())[1].Columns);

        Assert.Equal(
            ("Workstream", null, new RecordReference(workstream)),
            (column.Name, column.Before, (RecordReference?)column.After));
    }

    [Fact]
    public async Task A_column_that_the_module_does_not_write_is_recorded_by_its_name_alone()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        await _environment.SendAsync(
            "PATCH", $"{Channels}({channel.Id})", """{ "msdyn_name": "Contoso chat", "statecode": 0 }""");

        var change = (await _environment.ChangesAsync())[1];

        Assert.Equal((ChangeKind.Request, channel.Id), (change.Kind, change.RecordId));
        Assert.Equal(["statecode"], change.Request!.Withheld);
        Assert.Equal("Name", Assert.Single(change.Columns).Name);
    }

    [Theory]
    [InlineData("POST", "msdyn_ocDoSomething", """{ "Password": "s3cret-word" }""")]
    [InlineData("POST", "accounts", """{ "name": "s3cret-word" }""")]
    [InlineData(
        "PUT",
        "msdyn_authenticationsettingses(4f2a4bbd-7e33-4c0b-9f5e-0b2b7f1c2d3e)/msdyn_authenticationclientsecret",
        """{ "value": "s3cret-word" }""")]
    public async Task A_request_that_the_module_does_not_know_is_recorded_without_its_values(
        string method, string path, string body)
    {
        await Assert.ThrowsAsync<DataverseException>(() => _environment.SendAsync(method, path, body));

        var change = await _environment.OnlyChangeAsync();

        Assert.Equal(
            (ChangeKind.Request, $"{method} {path}", ChangeOutcome.Failed), (change.Kind, change.Name, change.Outcome));
        Assert.Single(change.Request!.Withheld);
        Assert.DoesNotContain(Secret, await _environment.JournalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_recorded_as_one_and_never_itself()
    {
        await _environment.SendAsync("POST", AuthSettings, WithSecret);

        Assert.Contains(
            (await _environment.OnlyChangeAsync()).Columns,
            column => column is { Name: "ClientSecret", Before: null, After: not null });
        Assert.DoesNotContain(Secret, await _environment.JournalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_a_refusal_are_left_out_where_they_may_repeat_a_secret()
    {
        var refusal = SandboxFault.Answer(HttpStatusCode.BadRequest, "0x80048408", $"'{Secret}' is too long.");
        _environment.Organization.Faults.Add(refusal with { Method = "POST" });

        await Assert.ThrowsAsync<DataverseException>(() => _environment.SendAsync("POST", AuthSettings, WithSecret));

        Assert.DoesNotContain(Secret, await _environment.JournalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_is_not_taken_back_and_said_in_words()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        await _environment.SendAsync("PUT", $"{Channels}({channel.Id})/msdyn_name", """{ "value": "Contoso chat" }""");

        var refusal = await Assert.ThrowsAsync<UndoRefusedException>(_environment.UndoAllAsync);

        Assert.StartsWith(
            $"Nothing was taken back: Nobody knows all that the request 'PUT {Channels}({channel.Id})/msdyn_name' ",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_refused_needs_no_taking_back()
    {
        await Assert.ThrowsAsync<DataverseException>(() => _environment.SendAsync("POST", "msdyn_ocDoSomething", "{}"));

        await _environment.UndoAllAsync();

        Assert.Equal(ChangeOutcome.Failed, (await _environment.OnlyChangeAsync()).Outcome);
    }

    [Fact]
    public async Task A_row_that_may_not_be_read_is_written_and_recorded_without_what_it_was()
    {
        var channel = await _environment.CreateAsync("Contoso web");
        _environment.Organization.Faults.Add(
            SandboxFault.Answer(HttpStatusCode.Forbidden, "0x80040220") with { Method = "GET" });

        await _environment.SendAsync("PATCH", $"{Channels}({channel.Id})", """{ "msdyn_name": "Contoso chat" }""");

        var change = (await _environment.ChangesAsync())[1];
        Assert.Equal(
            (ChangeKind.Request, channel.Id, ChangeOutcome.Done), (change.Kind, change.RecordId, change.Outcome));
    }

    [Fact]
    public async Task A_request_that_cannot_be_recorded_is_not_sent()
    {
        File.Delete(_environment.Path);
        Directory.CreateDirectory(_environment.Path);

        await Assert.ThrowsAsync<JournalException>(
            () => _environment.SendAsync("POST", Channels, """{ "msdyn_name": "Contoso web" }"""));

        Assert.DoesNotContain(_environment.Organization.Requests.Entries, request => request.Method != "GET");
    }

    [Fact]
    public async Task A_GET_is_not_recorded()
    {
        await _environment.SendAsync("GET", "WhoAmI");

        Assert.Empty(await _environment.ChangesAsync());
    }
}
