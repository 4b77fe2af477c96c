using Microsoft.Identity.Client;

namespace OmnichannelAdmin.SignIn;

/// <summary>Signs an application in with a token of another issuer that its registration trusts.</summary>
internal sealed class FederatedTokenSource(
    EntraApplication application, FederatedToken federated, HttpMessageHandler transport, TimeProvider time)
    : ConfidentialClientTokenSource(application, transport, time)
{
    protected override ConfidentialClientApplicationBuilder WithCredential(
        ConfidentialClientApplicationBuilder builder) =>
        builder.WithClientAssertion(options => federated(Observer, options.CancellationToken));
}
