using System.Net;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>A request that the environment refuses, with what it answers.</summary>
internal sealed class RefusedException : Exception
{
    public RefusedException(HttpStatusCode status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The Dataverse error code.</summary>
    public string Code { get; }

    public static RefusedException BadRequest(string code, string message) =>
        new(HttpStatusCode.BadRequest, code, message);

    public static RefusedException RowMissing(string table, Guid id) =>
        new(HttpStatusCode.NotFound, ErrorCodes.ObjectDoesNotExist, $"Table '{table}' has no row with id {id}.");

    /// <summary>What a real environment can do and the sandbox cannot; it says so rather than ignore it.</summary>
    public static RefusedException NotInSandbox(string what) => new(
        HttpStatusCode.NotImplemented, ErrorCodes.NotSupported, $"The sandbox does not support {what}.");
}
