using System.Net;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.Workstreams;

namespace OmnichannelAdmin.Core.Tests.Records;

/// <summary>What becomes of a write whose answer was lost: the first attempt breaks after it was sent.</summary>
public class LostAnswerTests
{
    private const string NewWebhook = "https://bot2.example.com";

    private static readonly RecordLink Link = new(
        "msdyn_example", TableModel.Of<Workstream>(), StoreUnderTest.WorkstreamId);

    [Fact]
    public async Task A_create_that_was_carried_out_after_all_is_a_success()
    {
        var transport = Lost()
            .Then(Answers.Error(HttpStatusCode.PreconditionFailed, "0x80040237", "Cannot insert duplicate key."))
            .Then(Answers.Json(StoreUnderTest.Row()));
        using var environment = new StoreUnderTest(transport);

        var written = await environment.Store.ApplyAsync(Create(), CancellationToken.None);

        Assert.Equal("Contoso web", Assert.IsType<CustomChannel>(written).Name);
    }

    [Fact]
    public async Task A_create_is_repeated_with_the_same_id()
    {
        var transport = Lost().Then(Answers.Json(StoreUnderTest.Row(), HttpStatusCode.Created));
        using var environment = new StoreUnderTest(transport);

        await environment.Store.ApplyAsync(Create(), CancellationToken.None);

        Assert.All(transport.Requests, request => Assert.Contains(StoreUnderTest.ChannelId.ToString(), request.Body));
    }

    [Fact]
    public async Task A_duplicate_without_a_lost_answer_is_an_error()
    {
        var transport = new ScriptedTransport()
            .Then(Answers.Error(HttpStatusCode.PreconditionFailed, "0x80040237", "Cannot insert duplicate key."));
        using var environment = new StoreUnderTest(transport);

        var error = await Assert.ThrowsAsync<DataverseException>(
            () => environment.Store.ApplyAsync(Create(), CancellationToken.None));

        Assert.Equal(DataverseErrorCodes.DuplicateRecord, error.Code);
    }

    [Fact]
    public async Task An_update_that_was_carried_out_after_all_is_a_success()
    {
        var transport = Lost()
            .Then(Answers.Error(HttpStatusCode.PreconditionFailed, "0x80060882", "The version does not match."))
            .Then(Answers.Json(StoreUnderTest.Row(webhook: NewWebhook, version: 2)));
        using var environment = new StoreUnderTest(transport);

        var written = await environment.Store.ApplyAsync(Update(), CancellationToken.None);

        Assert.Equal("W/\"2\"", written!.ETag);
    }

    [Fact]
    public async Task An_update_that_somebody_else_overtook_is_a_conflict()
    {
        var transport = Lost()
            .Then(Answers.Error(HttpStatusCode.PreconditionFailed, "0x80060882", "The version does not match."))
            .Then(Answers.Json(StoreUnderTest.Row(webhook: "https://other.example.com", version: 2)));
        using var environment = new StoreUnderTest(transport);

        await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.Store.ApplyAsync(Update(), CancellationToken.None));
    }

    [Fact]
    public async Task A_delete_that_was_carried_out_after_all_is_a_success()
    {
        var transport = Lost().Then(Answers.Error(HttpStatusCode.NotFound, "0x80040217", "The row does not exist."));
        using var environment = new StoreUnderTest(transport);

        Assert.Null(
            await environment.Store.ApplyAsync(
                RecordWrite.Delete(StoreUnderTest.Channel(), null), CancellationToken.None));
    }

    [Fact]
    public async Task A_link_that_was_made_after_all_is_a_success()
    {
        var transport = Lost().Then(
            Answers.Error(HttpStatusCode.PreconditionFailed, "0x80040237", "Cannot insert duplicate key."));
        using var environment = new StoreUnderTest(transport);

        Assert.Null(
            await environment.Store.ApplyAsync(
                RecordWrite.LinkTo(StoreUnderTest.Channel(), Link), CancellationToken.None));
    }

    [Fact]
    public async Task A_link_that_was_cut_after_all_is_a_success()
    {
        var transport = Lost().Then(Answers.Error(HttpStatusCode.NotFound, "0x80040217", "The row does not exist."));
        using var environment = new StoreUnderTest(transport);

        Assert.Null(
            await environment.Store.ApplyAsync(
                RecordWrite.UnlinkFrom(StoreUnderTest.Channel(), Link), CancellationToken.None));
    }

    [Fact]
    public async Task A_change_set_that_was_carried_out_after_all_is_a_success()
    {
        var transport = Lost()
            .Then(FailedChangeSet())
            .Then(Answers.Json(StoreUnderTest.Row(webhook: NewWebhook, version: 2)))
            .Then(Answers.Page("{}"));
        using var environment = new StoreUnderTest(transport);

        await environment.Store.ApplyAllAsync(
            [Update(), RecordWrite.LinkTo(StoreUnderTest.Channel(), Link)], CancellationToken.None);

        Assert.Equal(HttpMethod.Get, transport.Requests[^1].Method);
    }

    [Fact]
    public async Task A_change_set_that_was_not_carried_out_fails_with_the_servers_reason()
    {
        var transport = Lost().Then(FailedChangeSet()).Then(Answers.Json(StoreUnderTest.Row()));
        using var environment = new StoreUnderTest(transport);

        await Assert.ThrowsAsync<RecordChangedException>(
            () => environment.Store.ApplyAllAsync([Update()], CancellationToken.None));
    }

    private static ScriptedTransport Lost() =>
        new ScriptedTransport().Then(new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke."));

    private static RecordWrite Create() =>
        RecordWrite.Create(
            StoreUnderTest.Values((nameof(CustomChannel.Name), "Contoso web")), StoreUnderTest.ChannelId);

    private static RecordWrite Update()
    {
        var before = StoreUnderTest.Channel();
        return RecordWrite.Update(
            before, StoreUnderTest.Values((nameof(CustomChannel.WebhookUrl), new Uri(NewWebhook))), before.ETag);
    }

    private static HttpResponseMessage FailedChangeSet() => Answers.Multipart(
        string.Join(
            "\r\n",
            "--answer",
            "Content-Type: application/http",
            "Content-Transfer-Encoding: binary",
            "",
            "HTTP/1.1 412 Precondition Failed",
            "Content-Type: application/json; odata.metadata=minimal",
            "",
            """{"error":{"code":"0x80060882","message":"The version does not match."}}""",
            "--answer--",
            ""),
        "answer",
        HttpStatusCode.PreconditionFailed);
}
