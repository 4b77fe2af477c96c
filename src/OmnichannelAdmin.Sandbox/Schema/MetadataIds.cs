using System.Security.Cryptography;
using System.Text;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The ids of definitions: made up, but always the same for the same name.</summary>
internal static class MetadataIds
{
    public static Guid Of(Table table) => FromName(table.LogicalName);

    public static Guid Of(Table table, Column column) => FromName($"{table.LogicalName}.{column.LogicalName}");

    private static Guid FromName(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
