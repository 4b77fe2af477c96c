using System.Net;

namespace OmnichannelAdmin.Sandbox.Faults;

/// <summary>A body that promises its whole length and breaks off in the middle.</summary>
internal sealed class TruncatedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public TruncatedContent(ReadOnlyMemory<byte> body, string contentType)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_body[..(_body.Length / 2)], cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        throw new HttpIOException(HttpRequestError.ResponseEnded, "The answer ended in the middle of its body.");
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
