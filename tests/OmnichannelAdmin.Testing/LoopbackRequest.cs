using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace OmnichannelAdmin.Testing;

/// <summary>Reads a request from a socket, as far as a test server needs to.</summary>
internal static partial class LoopbackRequest
{
    private const string EndOfHead = "\r\n\r\n";

    /// <summary>Reads head and body; the body's length must be given by Content-Length.</summary>
    public static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[1];
        while (!text.ToString().EndsWith(EndOfHead, StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(buffer, cancellationToken);
            text.Append((char)buffer[0]);
        }

        var length = ContentLength().Match(text.ToString());
        if (!length.Success)
            return text.ToString();

        var body = new byte[int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return text.Append(Encoding.UTF8.GetString(body)).ToString();
    }

    [GeneratedRegex(@"\r\nContent-Length: (\d+)\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex ContentLength();
}
