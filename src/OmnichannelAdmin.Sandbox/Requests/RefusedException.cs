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

    /// <summary>Makes the refusal of a fault, which says what the whole answer is.</summary>
    public RefusedException(SandboxResponse answer)
        : this(answer.Status, string.Empty, "A fault in the sandbox's queue demands it.") => Answer = answer;

    /// <summary>The whole answer, where a fault and no rule refuses the request.</summary>
    public SandboxResponse? Answer { get; }

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
