using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Batches;

/// <summary>Puts the row that <c>$n</c> stands for into the URL of an operation.</summary>
internal static class ContentIdUrl
{
    /// <summary>The request under its real URL.</summary>
    /// <exception cref="RefusedException">No earlier operation has that Content-ID.</exception>
    public static SandboxRequest Resolve(RequestScope scope, BatchOperation operation)
    {
        var text = operation.Request.Url.OriginalString;
        var start = text.StartsWith('$') ? 0 : text.StartsWith($"{scope.ServiceRoot}$", StringComparison.Ordinal)
            ? scope.ServiceRoot.OriginalString.Length
            : -1;
        if (start < 0)
            return operation.Request;

        var end = text.IndexOfAny(['/', '?'], start);
        var name = end < 0 ? text[start..] : text[start..end];
        var row = RowAddress.Resolve(scope, new Uri(name, UriKind.Relative));
        var address = RowAddress.Of(scope, scope.Schema.Table(row.Table), row.Id);
        return operation.Request with { Url = new Uri(end < 0 ? address : address + text[end..]) };
    }
}
