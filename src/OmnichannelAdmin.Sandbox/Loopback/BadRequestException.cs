using System.Net;

namespace OmnichannelAdmin.Sandbox.Loopback;

/// <summary>A request that the server does not read on; the connection ends with the answer.</summary>
internal sealed class BadRequestException(HttpStatusCode status, string message) : Exception(message)
{
    /// <summary>The status to answer with.</summary>
    public HttpStatusCode Status { get; } = status;

    public BadRequestException(string message)
        : this(HttpStatusCode.BadRequest, message)
    {
    }
}
