using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Lets the identity library use our HTTP and no other: our transport, our log rules, nothing shared.
/// </summary>
internal sealed class SignInHttpClientFactory(HttpClient client) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => client;
}
