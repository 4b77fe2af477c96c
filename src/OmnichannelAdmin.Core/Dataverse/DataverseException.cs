using System.Net;

namespace OmnichannelAdmin.Dataverse;

/// <summary>The environment refused a request, or could not be asked.</summary>
public sealed class DataverseException : Exception
{
    private readonly DataverseErrorKind? _kind;

    /// <summary>Makes the exception.</summary>
    public DataverseException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The server's code, or null when the answer had none ("" and "0x0" count as none).</summary>
    public DataverseErrorCode? Code { get; init; }

    /// <summary>The HTTP status, or null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The sort of failure: as given, else told by the code, else by the status.</summary>
    public DataverseErrorKind Kind
    {
        get => _kind ?? DataverseErrorCatalog.KindOf(Code, Status);
        init => _kind = value;
    }

    /// <summary>What an administrator can do about the code, or null when nothing is known.</summary>
    public string? Advice => Code is { } code ? DataverseErrorCatalog.Find(code)?.Advice : null;

    /// <summary>The server's id of the request (REQ_ID, else x-ms-service-request-id).</summary>
    public string? RequestId { get; init; }

    /// <summary>The server's own help link, when it sent one.</summary>
    public Uri? ServerHelpLink { get; init; }

    /// <summary>The method of the request.</summary>
    public HttpMethod? Method { get; init; }

    /// <summary>The URL of the request.</summary>
    public Uri? Url { get; init; }

    /// <summary>
    /// True when an attempt was sent and its answer lost, so that the server may have carried it out.
    /// </summary>
    public bool FollowsLostAnswer { get; init; }

    /// <summary>
    /// The place of the refused operation among all operations of a batch, from 0; null outside of a batch, and when
    /// the server does not say which operation of a change set it refused.
    /// </summary>
    public int? BatchIndex { get; init; }

    /// <summary>The server's WWW-Authenticate header, or null when it sent none.</summary>
    internal string? Challenge { get; init; }
}
