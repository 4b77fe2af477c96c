using OmnichannelAdmin.TestCloud;

namespace OmnichannelAdmin.Runner.Tests;

/// <summary>
/// A machine on which <c>ocadmin</c> runs as a process and finds an environment and its Entra: those of a test cloud.
/// </summary>
internal sealed class BuildAgent : IAsyncDisposable
{
    private BuildAgent()
    {
        Ocadmin.Write("authority.pem", Cloud.AuthorityPem);
        Ocadmin.Variables["SSL_CERT_FILE"] = Ocadmin.PathOf("authority.pem");
        Ocadmin.Variables["HTTPS_PROXY"] = Cloud.Proxy.AbsoluteUri;
    }

    public Cloud Cloud { get; } = new();

    public Ocadmin Ocadmin { get; } = new();

    public static BuildAgent Start() => new();

    /// <summary>
    /// Sets the variables of an application that signs in with the credential which one of them holds.
    /// </summary>
    public void UseApplication(string variable, string credential)
    {
        Ocadmin.Variables["AZURE_TENANT_ID"] = CloudIdentity.Tenant.ToString();
        Ocadmin.Variables["AZURE_CLIENT_ID"] = CloudIdentity.ClientId.ToString();
        Ocadmin.Variables[variable] = credential;
    }

    /// <summary>Runs a command line on the environment.</summary>
    public Task<OcadminResult> RunAsync(params string[] arguments) =>
        Ocadmin.RunAsync([.. arguments, "--environment", CloudIdentity.EnvironmentUrl.AbsoluteUri]);

    public async ValueTask DisposeAsync()
    {
        Ocadmin.Dispose();
        await Cloud.DisposeAsync();
    }
}
