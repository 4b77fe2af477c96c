using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.SignIn;

/// <summary>
/// Signs the Azure resource in that the process runs on: App Service, Functions, Arc, Service Fabric, Cloud Shell, or a
/// virtual machine. The library keeps such a token in the process's memory for all; it is asked past that memory.
/// </summary>
internal sealed class ManagedIdentityTokenSource(
    EnvironmentUrl environment, Guid? clientId, HttpMessageHandler transport, TimeProvider time)
    : MsalTokenSource(transport, time)
{
    private IManagedIdentityApplication? _identity;

    protected override Task<AuthenticationResult> AcquireAsync(bool isFirst, CancellationToken cancellationToken)
    {
        var which = clientId is { } id
            ? ManagedIdentityId.WithUserAssignedClientId(id.ToString())
            : ManagedIdentityId.SystemAssigned;
        _identity ??= ManagedIdentityApplicationBuilder
            .Create(which)
            .WithHttpClientFactory(Http)
            .Build();
        return _identity.AcquireTokenForManagedIdentity(environment.Origin.GetLeftPart(UriPartial.Authority))
            .WithForceRefresh(true)
            .ExecuteAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _identity = null;
        base.Dispose(disposing);
    }
}
