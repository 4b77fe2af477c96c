using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Core.Tests.Dataverse;

/// <summary>The kinds of requests that the wire treats differently.</summary>
internal static class Requests
{
    public static Guid Id { get; } = new("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    public static string Row { get; } = ODataPath.Row("accounts", Id);

    public static DataverseRequest Create => new(HttpMethod.Post, "accounts")
    {
        Body = new JsonObject { ["accountid"] = Id.ToString(), ["name"] = "Contoso" },
        SafeToRepeat = true,
    };

    public static DataverseRequest PlainAction => new(HttpMethod.Post, "PublishAllXml");

    public static DataverseRequest Update => new(HttpMethod.Patch, Row)
    {
        Body = new JsonObject { ["name"] = "Contoso" },
    };

    public static DataverseRequest Delete => new(HttpMethod.Delete, Row);
}
