using System.Net;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Core.Tests.Webhooks;

public sealed class ReceiverBearerTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly EntraUnderTest _entra = new();
    private readonly ReceiverUnderTest _receiver;

    public ReceiverBearerTests() => _receiver = new ReceiverUnderTest(new BearerRules
    {
        AppId = _entra.AppId,
        TenantId = _entra.TenantId,
        CreateTransport = _entra.CreateTransport,
    });

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _entra.DisposeAsync();
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_token_of_version_2_is_accepted() =>
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_entra.Token()));

    [Fact]
    public async Task A_token_of_version_1_is_accepted() => Assert.Equal(
        HttpStatusCode.OK,
        await PostAsync(_entra.Token($"https://sts.windows.net/{_entra.TenantId}/", $"api://{_entra.AppId}")));

    [Fact]
    public Task A_post_without_a_bearer_is_refused() => RefusedAsync(bearer: null, "no bearer");

    [Fact]
    public Task A_forged_token_is_refused() => RefusedAsync(_entra.Token(key: TenantKeys.NewKey()), "IDX10503");

    [Fact]
    public Task A_token_for_another_audience_is_refused() =>
        RefusedAsync(_entra.Token(audience: Guid.NewGuid().ToString()), "IDX10214");

    [Fact]
    public Task A_token_of_another_tenant_is_refused() =>
        RefusedAsync(_entra.Token(issuer: $"https://login.microsoftonline.com/{Guid.NewGuid()}/v2.0"), "IDX10205");

    [Fact]
    public Task An_expired_token_is_refused() =>
        RefusedAsync(_entra.Token(lifetime: TimeSpan.FromMinutes(-10)), "IDX10223");

    [Fact]
    public Task A_token_without_a_signature_is_refused()
    {
        var parts = _entra.Token().Split('.');
        return RefusedAsync($"eyJhbGciOiJub25lIn0.{parts[1]}.", "IDX10504");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    public async Task Text_that_is_no_token_is_refused(string bearer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bearer));
        Assert.Empty(_receiver.Received);
    }

    private Task<HttpStatusCode> PostAsync(string? bearer) => _receiver.PostAsync("""{"type":"typing"}""", bearer: bearer);

    private async Task RefusedAsync(string? bearer, string reason)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bearer));
        Assert.Contains(reason, Assert.Single(_receiver.Refusals), StringComparison.Ordinal);
        Assert.Empty(_receiver.Received);
    }
}
