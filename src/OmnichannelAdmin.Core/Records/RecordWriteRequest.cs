using System.Text.Json.Nodes;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>The request that carries out a write.</summary>
internal static class RecordWriteRequest
{
    private static readonly string[] Preferences = ["return=representation", "odata.include-annotations=\"*\""];

    public static DataverseRequest For(RecordWrite write, Uri apiRoot) => write.Kind switch
    {
        RecordWriteKind.Create => Create(write),
        RecordWriteKind.Update => Update(write),
        RecordWriteKind.Delete => new DataverseRequest(HttpMethod.Delete, Row(write)) { IfMatch = write.ETag },
        RecordWriteKind.Link => Link(write, write.Link!, apiRoot),
        RecordWriteKind.Unlink => new DataverseRequest(HttpMethod.Delete, UnlinkPath(write, write.Link!)),
        _ => throw new ArgumentOutOfRangeException(nameof(write)),
    };

    private static DataverseRequest Create(RecordWrite write)
    {
        var body = Body(write);
        body[write.Table.PrimaryKey] = write.Id;
        return new DataverseRequest(HttpMethod.Post, Returning(write, write.Table.EntitySet))
        {
            Body = body,
            Preferences = Preferences,
            SafeToRepeat = true,
        };
    }

    // Without If-Match a PATCH would create the row when somebody else has just deleted it.
    private static DataverseRequest Update(RecordWrite write) => new(HttpMethod.Patch, Returning(write, Row(write)))
    {
        Body = Body(write),
        IfMatch = write.ETag ?? "*",
        Preferences = Preferences,
    };

    private static DataverseRequest Link(RecordWrite write, RecordLink link, Uri apiRoot) =>
        new(HttpMethod.Post, ODataPath.Links(write.Table.EntitySet, write.Id, link.Navigation))
        {
            Body = new JsonObject
            {
                ["@odata.id"] = new Uri(apiRoot, ODataPath.Row(link.Target.EntitySet, link.TargetId)).AbsoluteUri,
            },
            SafeToRepeat = true,
        };

    private static string UnlinkPath(RecordWrite write, RecordLink link) =>
        ODataPath.Link(write.Table.EntitySet, write.Id, link.Navigation, link.TargetId);

    private static JsonObject Body(RecordWrite write)
    {
        var body = new JsonObject();
        foreach (var change in write.Changes)
            change.Column.Write(body, change.After);

        return body;
    }

    private static string Returning(RecordWrite write, string path) =>
        new ODataQuery { Select = write.Table.Select }.ToPath(path);

    private static string Row(RecordWrite write) => ODataPath.Row(write.Table.EntitySet, write.Id);
}
