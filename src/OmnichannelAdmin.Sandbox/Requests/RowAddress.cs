using Microsoft.OData;
using Microsoft.OData.UriParser;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Turns the URL of a row into a reference and back.</summary>
internal static class RowAddress
{
    /// <summary>The URL of a row.</summary>
    public static string Of(RequestScope scope, Table table, Guid id) =>
        $"{scope.ServiceRoot}{table.EntitySetName}({id})";

    /// <summary>
    /// The row that a body's URL names: absolute, relative to the service root with or without a leading slash, or
    /// <c>$n</c> for a row of the same change set.
    /// </summary>
    /// <exception cref="RefusedException">It names no row of a known table.</exception>
    public static RowReference Resolve(RequestScope scope, Uri url)
    {
        var text = url.OriginalString;
        if (text.StartsWith('$'))
            return ResolveContentId(scope, text);

        var absolute = url.IsAbsoluteUri && url.Scheme != Uri.UriSchemeFile
            ? url
            : Combine(scope.ServiceRoot, text.TrimStart('/'));
        if (absolute is null || !scope.ServiceRoot.IsBaseOf(absolute))
            throw Refuse(text);

        try
        {
            var path = new ODataUriParser(scope.Schema.Model, scope.ServiceRoot, absolute).ParsePath();
            return FromPath(scope.Schema, path) ?? throw Refuse(text);
        }
        catch (ODataException exception)
        {
            throw RefusedException.BadRequest(ErrorCodes.BadPayload, $"'{text}' names no row: {exception.Message}");
        }
    }

    /// <summary>The row that a parsed path of set and key names, or null.</summary>
    public static RowReference? FromPath(DataverseSchema schema, ODataPath path)
    {
        if (path.Count != 2 || path.FirstSegment is not EntitySetSegment set || path.LastSegment is not KeySegment key)
            return null;

        var table = schema.FindSet(set.EntitySet.Name);
        return table is null ? null : new RowReference(table.LogicalName, Id(key));
    }

    /// <summary>The id in a key.</summary>
    public static Guid Id(KeySegment key) => (Guid)key.Keys.First().Value;

    private static Uri? Combine(Uri root, string text) => Uri.TryCreate(root, text, out var url) ? url : null;

    private static RowReference ResolveContentId(RequestScope scope, string text) =>
        scope.ContentIds.TryGetValue(text[1..], out var row)
            ? row
            : throw RefusedException.BadRequest(
                ErrorCodes.BadRequest,
                $"'{text}' refers to a Content-ID that no earlier operation of the change set has.");

    private static RefusedException Refuse(string text) => RefusedException.BadRequest(
        ErrorCodes.BadPayload, $"'{text}' is not the URL of a row: write it as set(id), such as queues(…).");
}
