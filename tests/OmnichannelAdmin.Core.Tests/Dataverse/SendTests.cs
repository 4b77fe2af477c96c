using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

public sealed class SendTests
{
    public static TheoryData<string> PathsToElsewhere => new()
    {
        "https://evil.example/api/data/v9.2/WhoAmI",
        "http://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI",
        "https://contoso.crm4.dynamics.com:444/",
        "https://contoso.crm4.dynamics.com@evil.example/",
        "//evil.example/WhoAmI",
        @"\\evil.example\WhoAmI",
        "file:///etc/passwd",
        "javascript:1",
    };

    [Fact]
    public async Task A_path_is_asked_below_the_root_of_the_api()
    {
        using var wire = new Wire().Then(Answers.Json("{}"));

        await wire.GetAsync("accounts?$top=1");

        Assert.Equal(Wire.Root + "accounts?$top=1", Assert.Single(wire.Requests).Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI")]
    [InlineData("/api/data/v9.2/WhoAmI")]
    public async Task A_url_of_the_same_environment_is_accepted(string path)
    {
        using var wire = new Wire().Then(Answers.Json("{}"));

        await wire.GetAsync(path);

        Assert.Equal(Wire.Root + "WhoAmI", Assert.Single(wire.Requests).Url.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(PathsToElsewhere))]
    public async Task A_path_that_leads_elsewhere_is_refused_before_anything_is_sent(string path)
    {
        using var wire = new Wire();

        var refusal = await Assert.ThrowsAsync<OcValidationException>(() => wire.GetAsync(path));

        Assert.Equal("PathOutsideEnvironment", refusal.Rule);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_number_sign_that_would_cut_the_query_is_refused()
    {
        using var wire = new Wire();

        var refusal = await Assert.ThrowsAsync<OcValidationException>(
            () => wire.GetAsync("accounts?$filter=name eq '#1'"));

        Assert.Equal("PathNotEscaped", refusal.Rule);
    }

    [Fact]
    public async Task The_headers_of_the_protocol_are_sent()
    {
        using var wire = new Wire().Then(Answers.Json("{}"));

        await wire.GetAsync();

        var request = Assert.Single(wire.Requests);
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Equal("4.0", request.Header("OData-Version"));
        Assert.Equal("4.0", request.Header("OData-MaxVersion"));
        Assert.True(Guid.TryParse(request.Header("x-ms-client-request-id"), out _));
    }

    [Fact]
    public async Task Conditions_and_preferences_become_headers()
    {
        using var wire = new Wire().Then(Answers.NoContent());

        await wire.SendAsync(Requests.Update with
        {
            IfMatch = "W/\"123\"",
            IfNoneMatch = "*",
            Preferences = ["return=representation", "odata.include-annotations=\"*\""],
            Headers = new Dictionary<string, string> { ["Consistency"] = "Strong" },
        });

        var request = Assert.Single(wire.Requests);
        Assert.Equal("W/\"123\"", request.Header("If-Match"));
        Assert.Equal("*", request.Header("If-None-Match"));
        Assert.Equal("return=representation, odata.include-annotations=\"*\"", request.Header("Prefer"));
        Assert.Equal("Strong", request.Header("Consistency"));
    }

    [Fact]
    public async Task The_settings_of_the_connection_become_headers()
    {
        using var wire = new Wire
        {
            Options = new DataverseClientOptions { CallerObjectId = Requests.Id, SolutionName = "contoso_channels" },
        };
        wire.Then(Answers.NoContent());

        await wire.SendAsync(Requests.Delete);

        var request = Assert.Single(wire.Requests);
        Assert.Equal(Requests.Id.ToString(), request.Header("CallerObjectId"));
        Assert.Equal("contoso_channels", request.Header("MSCRM.SolutionUniqueName"));
    }

    [Theory]
    [InlineData("Authorization", "Bearer x", "HeaderNotAllowed")]
    [InlineData("HOST", "evil.example", "HeaderNotAllowed")]
    [InlineData("Content-Type", "text/plain", "HeaderInvalid")]
    [InlineData("Bad Name", "x", "HeaderInvalid")]
    [InlineData("X-Note", "a\r\nAuthorization: Bearer x", "HeaderInvalid")]
    public async Task A_header_that_is_not_the_callers_to_set_is_refused(string name, string value, string rule)
    {
        using var wire = new Wire();
        var request = Requests.Delete with { Headers = new Dictionary<string, string> { [name] = value } };

        var refusal = await Assert.ThrowsAsync<OcValidationException>(() => wire.SendAsync(request));

        Assert.Equal(rule, refusal.Rule);
        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task A_body_arrives_as_the_json_that_it_was()
    {
        using var wire = new Wire().Then(Answers.NoContent());

        await wire.SendAsync(Requests.Update with { Body = new JsonObject { ["name"] = "O'Neil & Sons Привет 🎈" } });

        var request = Assert.Single(wire.Requests);
        Assert.Equal("O'Neil & Sons Привет 🎈", JsonNode.Parse(request.Body)!["name"]!.GetValue<string>());
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
    }

    [Fact]
    public async Task A_response_carries_body_etag_and_request_id()
    {
        using var wire = new Wire().Then(
            Answers.Json("""{"@odata.etag":"W/\"7\"","name":"Contoso"}""", HttpStatusCode.Created)
                .With("REQ_ID", "req-1")
                .With("x-ms-service-request-id", "service-1"));

        var response = await wire.SendAsync(Requests.Create);

        Assert.Equal(HttpStatusCode.Created, response.Status);
        Assert.Equal("Contoso", response.Body?.GetProperty("name").GetString());
        Assert.Equal("W/\"7\"", response.ETag);
        Assert.Equal("req-1", response.RequestId);
        Assert.Equal("req-1", response.Headers["req_id"]);
        Assert.False(response.FollowsLostAnswer);
    }

    [Fact]
    public async Task The_etag_header_goes_before_the_bodys_and_the_service_request_id_stands_in()
    {
        using var wire = new Wire().Then(
            Answers.Json("""{"@odata.etag":"W/\"7\""}""")
                .With("ETag", "W/\"8\"")
                .With("x-ms-service-request-id", "s-1"));

        var response = await wire.GetAsync();

        Assert.Equal(("W/\"8\"", "s-1"), (response.ETag, response.RequestId));
    }

    [Fact]
    public async Task An_answer_without_content_has_no_body()
    {
        using var wire = new Wire().Then(Answers.NoContent());

        Assert.Null((await wire.SendAsync(Requests.Delete)).Body);
    }

    [Fact]
    public async Task A_bare_number_with_a_byte_order_mark_is_read()
    {
        using var wire = new Wire().Then(Answers.Text("\uFEFF42", "text/plain"));

        Assert.Equal(42, (await wire.GetAsync("accounts/$count")).Body?.GetInt32());
    }

    [Fact]
    public async Task Cookies_are_not_handed_on()
    {
        using var wire = new Wire().Then(Answers.Json("{}").With("Set-Cookie", "session=secret"));

        Assert.DoesNotContain("Set-Cookie", (await wire.GetAsync()).Headers.Keys);
    }

    [Fact]
    public async Task An_error_carries_what_the_server_says()
    {
        using var wire = new Wire().Then(
            Answers.Json(
                """
                {"error":{"code":"0x80040220","message":"Principal lacks prvReadAccount.",
                "@Microsoft.PowerApps.CDS.HelpLink":"https://go.microsoft.com/fwlink/?LinkID=398563"}}
                """,
                HttpStatusCode.Forbidden).With("REQ_ID", "req-9"));

        var error = await wire.FailAsync();

        Assert.Equal("Principal lacks prvReadAccount.", error.Message);
        Assert.Equal(DataverseErrorCodes.PrivilegeDenied, error.Code);
        Assert.Equal(HttpStatusCode.Forbidden, error.Status);
        Assert.Equal(DataverseErrorKind.PermissionDenied, error.Kind);
        Assert.Equal("req-9", error.RequestId);
        Assert.Equal("go.microsoft.com", error.ServerHelpLink?.Host);
        Assert.Equal((HttpMethod.Get, Wire.Root + "WhoAmI"), (error.Method, error.Url?.AbsoluteUri));
        Assert.Contains("security role", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"","message":""}}""", "application/json")]
    [InlineData("""{"error":{"code":"0x0"}}""", "application/json")]
    [InlineData("""{"error":"unreadable"}""", "application/json")]
    [InlineData("[1]", "application/json")]
    [InlineData("{\"error\":", "application/json")]
    [InlineData("Bad luck", "text/plain")]
    [InlineData("", "text/plain")]
    public async Task An_error_that_says_nothing_is_told_by_its_status(string body, string mediaType)
    {
        using var wire = new Wire().Then(Answers.Text(body, mediaType, HttpStatusCode.BadRequest));

        var error = await wire.FailAsync();

        Assert.Equal("The environment answered 400 (Bad Request) and gave no reason.", error.Message);
        Assert.Null(error.Code);
        Assert.Equal(DataverseErrorKind.InvalidData, error.Kind);
    }

    [Fact]
    public async Task A_moved_etag_is_a_conflict_and_is_not_repeated()
    {
        using var wire = new Wire().Then(Answers.Error(
            HttpStatusCode.PreconditionFailed, "0x80060882", "The version of the existing record doesn't match."));

        var error = await wire.FailAsync(Requests.Update with { IfMatch = "W/\"1\"" });

        Assert.Equal(DataverseErrorCodes.ConcurrencyVersionMismatch, error.Code);
        Assert.Equal(DataverseErrorKind.Conflict, error.Kind);
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task An_html_page_instead_of_json_is_called_that(HttpStatusCode status)
    {
        using var wire = new Wire().Then(Answers.Text("<html><body>Sign in</body></html>", "text/html", status));

        var error = await wire.FailAsync();

        Assert.Contains("HTML page", error.Message, StringComparison.Ordinal);
        Assert.Equal(DataverseErrorKind.UnexpectedAnswer, error.Kind);
    }

    [Fact]
    public async Task Success_that_is_no_json_is_an_error()
    {
        using var wire = new Wire().Then(Answers.Text("<edmx/>", "application/xml"));

        Assert.Contains("application/xml", (await wire.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.evil.example/authorize?state=secret", "login.evil.example")]
    [InlineData("/elsewhere", "contoso.crm4.dynamics.com")]
    public async Task A_redirect_is_refused_and_its_host_named(string location, string host)
    {
        using var wire = new Wire { Tokens = new ScriptedTokens() };
        wire.Then(Answers.Status(HttpStatusCode.Found).With("Location", location));

        var error = await wire.FailAsync();

        Assert.Contains($"'{host}'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_body_outlives_the_client()
    {
        JsonElement? body;
        using (var wire = new Wire().Then(Answers.Json("""{"name":"Contoso"}""")))
            body = (await wire.GetAsync()).Body;

        Assert.Equal("Contoso", body?.GetProperty("name").GetString());
    }
}
