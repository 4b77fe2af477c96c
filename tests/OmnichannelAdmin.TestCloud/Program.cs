using System.Text.Json;
using OmnichannelAdmin.TestCloud;

// Runs a cloud for tests in another process: says where it is, and ends when its input does.
await using var cloud = new Cloud();
var authority = Path.Combine(Path.GetTempPath(), $"omnichanneladmin-test-{Environment.ProcessId}.pem");
await File.WriteAllTextAsync(authority, cloud.AuthorityPem);
try
{
    Console.WriteLine(JsonSerializer.Serialize(new
    {
        Proxy = cloud.Proxy.AbsoluteUri,
        cloud.PlainUrl,
        cloud.AutomationEndpoint,
        AuthorityPath = authority,
        CloudIdentity.EnvironmentUrl,
        CloudIdentity.Tenant,
        CloudIdentity.ChannelAppId,
        CloudIdentity.ChannelSecret,
        CloudIdentity.ClientId,
        CloudIdentity.ClientSecret,
        CloudIdentity.FederatedToken,
        CloudIdentity.AutomationSecret,
    }));
    await Console.In.ReadToEndAsync();
}
finally
{
    File.Delete(authority);
}
