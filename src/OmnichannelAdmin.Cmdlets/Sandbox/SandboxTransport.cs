using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Plugs an organization that lives in memory in where the network would be.</summary>
internal static class SandboxTransport
{
    public static OcConnectionSettings Settings(DataverseClientOptions client)
    {
        var settings = new SandboxSettings();
        return new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Sandbox",
            Transport = new SandboxOrganization(settings).CreateHandler(),
            Client = client,
        };
    }
}
