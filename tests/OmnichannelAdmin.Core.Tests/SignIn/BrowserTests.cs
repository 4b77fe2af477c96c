using System.Runtime.InteropServices;
using OmnichannelAdmin.SignIn;
using static OmnichannelAdmin.Core.Tests.SignIn.SignInSample;

namespace OmnichannelAdmin.Core.Tests.SignIn;

public sealed class BrowserTests : IDisposable
{
    private static readonly HttpClient Browser = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("oc-browser").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_code_that_the_browser_brings_back_is_turned_into_a_token()
    {
        var transport = new ScriptedTransport().Then(SignInAnswers.UserToken("token-1"));
        Uri? opened = null;
        var source = Through(transport).WithBrowser(ClientId, TokenCacheKind.Memory, _ => null, page =>
        {
            opened = page;
            return AnswerAsync(page, "code-1");
        });

        var token = await FirstTokenAsync(source).InTime();

        Assert.Equal("token-1", token);
        Assert.Equal(
            $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/authorize", opened!.GetLeftPart(UriPartial.Path));
        var form = Assert.Single(transport.Requests).Form;
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal("code-1", form["code"]);
        Assert.NotEmpty(form["code_verifier"]);
    }

    [Theory]
    [InlineData("DISPLAY")]
    [InlineData("WAYLAND_DISPLAY")]
    public void On_linux_a_browser_needs_a_desktop_and_something_that_opens_it(string variable)
    {
        File.WriteAllText(Path.Combine(_folder, "xdg-open"), "");
        var without = new BrowserFinder(Variables(("PATH", _folder)), OSPlatform.Linux);
        var with = new BrowserFinder(Variables(("PATH", _folder), (variable, ":0")), OSPlatform.Linux);
        var noOpener = new BrowserFinder(Variables(("PATH", "/nowhere"), (variable, ":0")), OSPlatform.Linux);

        Assert.False(without.CanOpen);
        Assert.True(with.CanOpen);
        Assert.False(noOpener.CanOpen);
    }

    [Fact]
    public void In_azure_automation_no_browser_opens() =>
        Assert.False(
            new BrowserFinder(Variables(("AZUREPS_HOST_ENVIRONMENT", "AzureAutomation")), OSPlatform.Windows).CanOpen);

    // Does what a browser does after the person has signed in: posts the code to this machine's port, where nobody but
    // the waiting process reads it. That listens only once the page has been opened, so nobody waits for it here.
    private static Task AnswerAsync(Uri page, string code)
    {
        var query = new RecordedRequest(HttpMethod.Get, page, new Dictionary<string, string>(), "").Query;
        Assert.Equal("form_post", query["response_mode"]);
        var answer = new Dictionary<string, string> { ["code"] = code, ["state"] = query["state"] };
        _ = PostAsync(new Uri(query["redirect_uri"]), answer);
        return Task.CompletedTask;
    }

    private static async Task PostAsync(Uri port, Dictionary<string, string> answer)
    {
        while (true)
        {
            try
            {
                using var response = await Browser.PostAsync(port, new FormUrlEncodedContent(answer));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }
    }

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault();
}
