using Microsoft.OData;

namespace OmnichannelAdmin.Sandbox.Payloads;

/// <summary>A body as the OData library wants to be handed it.</summary>
internal sealed class PayloadMessage(Stream body, string contentType) : IODataRequestMessage
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Headers => [new("Content-Type", contentType)];

    /// <inheritdoc/>
    public Uri? Url { get; set; }

    /// <inheritdoc/>
    public string Method { get; set; } = "POST";

    /// <inheritdoc/>
    public string? GetHeader(string headerName) =>
        headerName.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? contentType : null;

    /// <inheritdoc/>
    public void SetHeader(string headerName, string headerValue) =>
        throw new NotSupportedException("The headers of a request that is read do not change.");

    /// <inheritdoc/>
    public Stream GetStream() => body;
}
