using System.Collections;
using System.Net;
using System.Text;

namespace OmnichannelAdmin.Connections;

/// <summary>
/// The answer that a <c>ServiceClient</c> hides in its exceptions: somewhere in the chain is an HttpOperationException
/// whose Response has the status, the headers and the body as text.
/// </summary>
/// <param name="Response">That response.</param>
internal sealed record ServiceClientAnswer(object Response)
{
    /// <summary>Finds the answer in a chain of exceptions.</summary>
    public static ServiceClientAnswer? Find(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
        {
            if (link.GetType().Name == "HttpOperationException" && Property(link, "Response") is { } response)
                return new ServiceClientAnswer(response);
        }

        return null;
    }

    /// <summary>The answer as it came over the wire.</summary>
    public HttpResponseMessage ToResponse()
    {
        var status = Property(Response, "StatusCode") is HttpStatusCode code
            ? code
            : HttpStatusCode.InternalServerError;
        var response = new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Property(Response, "Content") as string ?? "")),
        };
        foreach (var (name, values) in Headers())
        {
            if (!response.Headers.TryAddWithoutValidation(name, values) && !IsLength(name))
                response.Content.Headers.TryAddWithoutValidation(name, values);
        }

        return response;
    }

    // The text may be longer or shorter than what was sent compressed.
    private static bool IsLength(string name) => name is "Content-Length" or "Content-Encoding";

    private static object? Property(object value, string name) => value.GetType().GetProperty(name)?.GetValue(value);

    private IEnumerable<(string Name, IEnumerable<string> Values)> Headers() =>
        from header in (Property(Response, "Headers") as IEnumerable ?? Array.Empty<object>())
            .OfType<KeyValuePair<string, IEnumerable<string>>>()
        select (header.Key, header.Value);
}
