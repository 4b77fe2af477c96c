using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Sandbox;

namespace OmnichannelAdmin.Runner;

/// <summary>Plugs an organization that lives in memory in where the network would be.</summary>
internal static class SandboxEnvironment
{
    /// <summary>What it takes to connect to a new organization, which ends with the connection.</summary>
    public static OcConnectionSettings Create()
    {
        var organization = new SandboxOrganization();
        return new OcConnectionSettings
        {
            Environment = EnvironmentUrl.Parse(organization.Settings.Url.AbsoluteUri, allowUnknownHost: true),
            SignIn = "Sandbox",
            Transport = organization.CreateHandler(),
        };
    }
}
