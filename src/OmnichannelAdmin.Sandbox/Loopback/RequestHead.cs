using System.Globalization;
using System.Net;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>The request line and headers of a request, checked strictly.</summary>
internal sealed class RequestHead
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    private RequestHead(string method, string target, bool isHttp10)
    {
        Method = method;
        Target = target;
        IsHttp10 = isHttp10;
    }

    /// <summary>The method, as it was sent.</summary>
    public string Method { get; }

    /// <summary>The target, as it was sent.</summary>
    public string Target { get; }

    /// <summary>Whether the peer speaks HTTP/1.0: one request a connection, and no chunks.</summary>
    public bool IsHttp10 { get; }

    /// <summary>The headers in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The length of the body that is announced, or null.</summary>
    public long? ContentLength { get; private set; }

    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>Whether the peer waits for a word before it sends the body.</summary>
    public bool ExpectsContinue { get; private set; }

    /// <summary>Whether the connection ends after this request.</summary>
    public bool IsLast => HasToken("Connection", "close") || (IsHttp10 && !HasToken("Connection", "keep-alive"));

    /// <summary>The authority that the peer means.</summary>
    public string Host => Single("Host") ?? string.Empty;

    /// <summary>Reads a head.</summary>
    /// <returns>The head, or null when the peer closed before its end.</returns>
    /// <exception cref="BadRequestException">It is malformed or too long.</exception>
    public static async ValueTask<RequestHead?> ReadAsync(
        ConnectionReader reader, int limit, CancellationToken cancellationToken)
    {
        var line = await reader.ReadLineAsync(limit, cancellationToken).ConfigureAwait(false);
        if (line is null)
            return null;

        var head = ParseRequestLine(line);
        var left = limit - line.Length - 2;
        while (true)
        {
            var header = await reader.ReadLineAsync(left, cancellationToken).ConfigureAwait(false);
            if (header is null)
                return null;
            if (header.Length == 0)
                break;

            left -= header.Length + 2;
            head._headers.Add(ParseHeader(header));
        }

        head.CheckFraming();
        return head;
    }

    private static RequestHead ParseRequestLine(string line)
    {
        var parts = line.Split(' ');
        if (parts is not [var method, var target, var version] || method.Length == 0 || target.Length == 0)
            throw new BadRequestException("The request line is not method, target and version.");
        if (!method.All(IsTokenCharacter))
            throw new BadRequestException("The method holds a character that none has.");
        if (version is not ("HTTP/1.1" or "HTTP/1.0"))
            throw new BadRequestException(HttpStatusCode.HttpVersionNotSupported, "Only HTTP/1.1 is spoken here.");

        return new RequestHead(method, target, version == "HTTP/1.0");
    }

    private static KeyValuePair<string, string> ParseHeader(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !line.AsSpan(0, colon).ToArray().All(IsTokenCharacter))
            throw new BadRequestException("A header has no proper name.");

        var value = line[(colon + 1)..].Trim(' ', '\t');
        if (value.Any(character => char.IsControl(character) && character != '\t'))
            throw new BadRequestException("A header holds a control character.");
        return new KeyValuePair<string, string>(line[..colon], value);
    }

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);

    // Two ways to tell a body's length at once, or one told twice, is how requests are smuggled.
    private void CheckFraming()
    {
        if (!IsHttp10 && Single("Host") is null)
            throw new BadRequestException("The Host header is missing.");

        var transferEncoding = Single("Transfer-Encoding");
        var contentLength = Single("Content-Length");
        if (transferEncoding is not null && contentLength is not null)
            throw new BadRequestException("A request has either Content-Length or Transfer-Encoding.");

        IsChunked = ParseTransferEncoding(transferEncoding);
        ContentLength = ParseContentLength(contentLength);
        ExpectsContinue = ParseExpect(Single("Expect"));
    }

    private bool ParseTransferEncoding(string? value)
    {
        if (value is null)
            return false;
        if (IsHttp10 || !value.Equals("chunked", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadRequestException(
                HttpStatusCode.NotImplemented, "The only Transfer-Encoding read here is chunked.");
        }

        return true;
    }

    private static long? ParseContentLength(string? value)
    {
        if (value is null)
            return null;

        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new BadRequestException("Content-Length is no number.");
    }

    private bool ParseExpect(string? value)
    {
        if (value is null || IsHttp10)
            return false;

        return value.Equals("100-continue", StringComparison.OrdinalIgnoreCase)
            ? true
            : throw new BadRequestException(
                HttpStatusCode.ExpectationFailed, "The only expectation met is 100-continue.");
    }

    private string? Single(string name)
    {
        string? found = null;
        foreach (var header in _headers)
        {
            if (!header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null)
                throw new BadRequestException($"The header {name} comes twice.");
            found = header.Value;
        }

        return found;
    }

    private bool HasToken(string name, string token) => _headers
        .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .SelectMany(header => header.Value.Split(',', StringSplitOptions.TrimEntries))
        .Any(value => value.Equals(token, StringComparison.OrdinalIgnoreCase));
}
