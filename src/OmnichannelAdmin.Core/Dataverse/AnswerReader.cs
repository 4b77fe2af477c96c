using System.Net;
using System.Text.Json;

namespace OmnichannelAdmin.Dataverse;

/// <summary>Turns an answer into a response, or into the error that it is.</summary>
internal static class AnswerReader
{
    private const string HelpLinkAnnotation = "@Microsoft.PowerApps.CDS.HelpLink";
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a response.</summary>
    /// <exception cref="DataverseException">The answer is an error, or none that the Web API gives.</exception>
    public static DataverseResponse ReadResponse(Answer answer)
    {
        if (ReadError(answer) is { } error)
            throw error;

        var body = ReadBody(answer);
        return new DataverseResponse
        {
            Status = answer.Status,
            Headers = answer.Headers,
            Body = body,
            ETag = answer.Headers.GetValueOrDefault("ETag") ?? body?.TextOf("@odata.etag"),
            RequestId = answer.Headers.RequestId(),
            FollowsLostAnswer = answer.FollowsLostAnswer,
        };
    }

    /// <summary>The error that the answer is, or null when its status is one of success.</summary>
    public static DataverseException? ReadError(Answer answer) => (int)answer.Status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => Unexpected(answer, DescribeRedirect(answer)),
        _ => ReadRefusal(answer),
    };

    /// <summary>An error about an answer that the Web API does not give.</summary>
    public static DataverseException Unexpected(Answer answer, string message) =>
        MakeError(answer, message, code: null, helpLink: null, DataverseErrorKind.UnexpectedAnswer);

    private static JsonElement? ReadBody(Answer answer)
    {
        if (answer.Body.IsEmpty)
            return null;

        if (IsHtml(answer))
        {
            throw Unexpected(
                answer,
                "The environment answered with an HTML page instead of JSON. It may be a sign-in page or the page of a "
                + "proxy. Check the environment's URL.");
        }

        return TryParse(answer.Body.Span, out var body)
            ? body
            : throw Unexpected(
                answer,
                $"The environment answered with something else than JSON ({answer.MediaType ?? "no content type"}).");
    }

    private static DataverseException ReadRefusal(Answer answer)
    {
        var error = TryParse(answer.Body.Span, out var body) ? body.PropertyOf("error") : null;
        var message = error?.TextOf("message");
        var kind = IsHtml(answer) && answer.Status == HttpStatusCode.NotFound
            ? DataverseErrorKind.UnexpectedAnswer
            : (DataverseErrorKind?)null;
        return MakeError(
            answer,
            string.IsNullOrWhiteSpace(message) ? DescribeRefusal(answer) : message,
            DataverseErrorCode.Parse(error?.TextOf("code")),
            ReadLink(error?.TextOf(HelpLinkAnnotation)),
            kind);
    }

    private static DataverseException MakeError(
        Answer answer, string message, DataverseErrorCode? code, Uri? helpLink, DataverseErrorKind? kind) =>
        new(message)
        {
            Kind = kind ?? DataverseErrorCatalog.KindOf(code, answer.Status),
            Code = code,
            Status = answer.Status,
            RequestId = answer.Headers.RequestId(),
            ServerHelpLink = helpLink,
            Method = answer.Method,
            Url = answer.Url,
            FollowsLostAnswer = answer.FollowsLostAnswer,
            BatchIndex = answer.BatchIndex,
            Challenge = answer.Headers.GetValueOrDefault("WWW-Authenticate"),
        };

    private static string DescribeRefusal(Answer answer) => IsHtml(answer)
        ? $"The environment answered {answer.Status.Describe()} with an HTML page instead of JSON. Check the "
            + "environment's URL."
        : $"The environment answered {answer.Status.Describe()} and gave no reason.";

    private static string DescribeRedirect(Answer answer)
    {
        var location = answer.Headers.GetValueOrDefault("Location");
        if (!Uri.TryCreate(answer.Url, location, out var target))
            return $"The environment answered {answer.Status.Describe()}, which is no answer of the Web API.";

        return $"The environment redirects to the host '{target.Host}' ({(int)answer.Status}). A redirect is not "
            + "followed, since the sign-in token would go along. Check the environment's URL.";
    }

    private static bool IsHtml(Answer answer) => answer.MediaType is "text/html" or "application/xhtml+xml";

    private static bool TryParse(ReadOnlySpan<byte> json, out JsonElement element)
    {
        try
        {
            var text = json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
            element = JsonSerializer.Deserialize<JsonElement>(text);
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }

    private static Uri? ReadLink(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps ? link : null;
}
