using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Sandbox.Tests;

public sealed class JournalTests : SandboxTest
{
    [Fact]
    public async Task A_request_is_noted_with_its_answer()
    {
        var answer = await Client.PatchAsync($"queues({Queue})", """{"name":"New"}""", "If-Match: *");

        var entry = Assert.Single(Organization.Requests.Entries);
        Assert.Equal(("PATCH", 204, """{"name":"New"}"""), (entry.Method, entry.Status, entry.Body));
        Assert.Equal($"{Client.Root}queues({Queue})", entry.Url.AbsoluteUri);
        Assert.Equal(Organization.Users.Administrator, entry.UserId);
        Assert.Equal(answer.Headers["REQ_ID"], entry.RequestId.ToString());
        Assert.Equal("*", entry.Headers["if-match"]);
    }

    [Fact]
    public async Task A_bearer_token_is_not_noted()
    {
        await Client.GetAsync("WhoAmI", "Authorization: Bearer confidential", "Cookie: confidential");

        var entry = Assert.Single(Organization.Requests.Entries);
        Assert.DoesNotContain("confidential", string.Join(' ', entry.Headers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msdyn_authenticationsettingses", "msdyn_authenticationclientsecret")]
    [InlineData("msdyn_ocapplepaies", "msdyn_ocmerchantcertificatepassword")]
    [InlineData("msdyn_ocapplepaies", "msdyn_ocbase64merchantcertstring")]
    [InlineData("msdyn_ocbotchannelregistrations", "msdyn_msappsecret")]
    [InlineData("managedidentities", "clientsecret")]
    public async Task A_secret_in_a_body_is_replaced_by_stars(string set, string column)
    {
        await Client.PostAsync(set, $$"""{"{{column}}" : "confi\"dential"}""");

        var entry = Assert.Single(Organization.Requests.Entries);
        Assert.Equal((204, $$"""{"{{column}}" : "***"}"""), (entry.Status, entry.Body));
    }

    [Fact]
    public async Task A_secret_in_a_property_s_own_body_is_replaced_too()
    {
        var id = Organization.Rows.Add("msdyn_authenticationsettings", new() { ["msdyn_name"] = "x" });
        await Client.SendAsync(
            "PUT",
            $"msdyn_authenticationsettingses({id})/msdyn_authenticationclientsecret",
            """{"value":"confidential"}""");

        Assert.DoesNotContain("confidential", Organization.Requests.Entries[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_a_sign_in_form_is_replaced_too()
    {
        await Client.PostAsync(
            $"/{Organization.Settings.TenantId}/oauth2/v2.0/token",
            "grant_type=client_credentials&client_secret=confidential&client_id=x",
            "Content-Type: application/x-www-form-urlencoded");

        Assert.Equal(
            "grant_type=client_credentials&client_secret=***&client_id=x", Organization.Requests.Entries[0].Body);
    }

    [Fact]
    public async Task The_operations_of_a_batch_are_noted()
    {
        await Client.PostAsync(
            "$batch",
            new BatchBody().Add("GET WhoAmI").Add("GET nothing").ToString(),
            BatchBody.ContentType);

        var entry = Assert.Single(Organization.Requests.Entries);
        Assert.Equal([("GET", 200), ("GET", 404)], entry.Operations.Select(item => (item.Method, item.Status)));
    }

    [Fact]
    public async Task A_broken_connection_is_noted_without_a_status()
    {
        Organization.Faults.Add(SandboxFault.CutAfterWrite());
        await Assert.ThrowsAsync<HttpRequestException>(() => Client.GetAsync("WhoAmI"));

        Assert.Null(Assert.Single(Organization.Requests.Entries).Status);
    }

    [Fact]
    public async Task Numbers_go_on_after_a_clearing()
    {
        await Client.GetAsync("WhoAmI");
        Organization.Requests.Clear();
        await Client.GetAsync("WhoAmI");

        Assert.Equal(2, Assert.Single(Organization.Requests.Entries).Number);
    }

    private Guid Queue => Organization.Rows.All("queue")[0].Id;
}
