using System.Security.Cryptography;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Definitions;

/// <summary>The ids of definitions: made up, but always the same for the same name.</summary>
internal static class DefinitionIds
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
