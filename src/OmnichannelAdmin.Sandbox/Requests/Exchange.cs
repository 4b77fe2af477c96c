using System.Net;
using System.Text;
using OmnichannelAdmin.Sandbox.Batches;
using OmnichannelAdmin.Sandbox.Faults;
using OmnichannelAdmin.Sandbox.Journal;
using OmnichannelAdmin.Sandbox.SignIn;
using OmnichannelAdmin.Sandbox.Users;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>One request from its arrival to its answer, with its entry in the journal.</summary>
internal sealed class Exchange(SandboxOrganization organization, SandboxRequest request, Guid? signedInUser)
{
    private readonly DateTimeOffset _time = organization.Settings.Time.GetUtcNow();
    private readonly Guid _requestId = Guid.NewGuid();
    private readonly List<JournalOperation> _operations = [];
    private Guid? _userId;

    /// <summary>Carries the request out.</summary>
    /// <param name="breaks">Whether the answer never arrives.</param>
    public SandboxResponse Execute(bool breaks)
    {
        var response = Finish(Respond());
        Note(breaks ? null : response.Status);
        return response;
    }

    /// <summary>Answers with a fault in place of carrying the request out.</summary>
    public SandboxResponse Answer(SandboxFault fault)
    {
        var response = Finish(FaultAnswer.Write(fault, request.Preferences));
        Note(response.Status);
        return response;
    }

    /// <summary>Notes that the connection broke before the request was carried out.</summary>
    public void NoteBroken() => Note(status: null);

    private SandboxResponse Respond()
    {
        if (TokenRequest.IsForTenant(request.Url))
            return new TokenRequest(organization, request).Execute();
        if (ApiRoot.Find(request.Url) is not { } root)
        {
            return ErrorBody.Write(
                HttpStatusCode.NotFound, string.Empty, "There is nothing here.", request.Preferences);
        }

        try
        {
            var caller = new Caller(organization, signedInUser).Identify(request);
            _userId = caller.UserId;
            var scope = new RequestScope(organization, caller, root);
            return BatchRequest.IsBatch(request, root)
                ? new BatchRequest(scope, request, _operations).Execute()
                : RequestDispatcher.ExecuteOrThrow(scope, request);
        }
        catch (Exception exception) when (exception is not RefusedException and not OutOfMemoryException)
        {
            // A fault of the sandbox itself, answered as a server would answer one of its own.
            return ErrorBody.Write(
                HttpStatusCode.InternalServerError,
                ErrorCodes.UnExpected,
                $"The sandbox failed: {exception.GetType().Name}: {exception.Message}",
                request.Preferences);
        }
        catch (RefusedException refused)
        {
            var response = ErrorBody.Write(refused, request.Preferences);
            return refused.Status == HttpStatusCode.Unauthorized
                ? response.With("WWW-Authenticate", Caller.Challenge(organization, root))
                : response;
        }
    }

    private SandboxResponse Finish(SandboxResponse response) => response
        .With("OData-Version", "4.0")
        .With("REQ_ID", _requestId.ToString())
        .With("x-ms-service-request-id", _requestId.ToString())
        .With("x-ms-ratelimit-burst-remaining-xrm-requests", "5999")
        .With("x-ms-ratelimit-time-remaining-xrm-requests", "1,200.00")
        .With("x-ms-dop-hint", "8");

    private void Note(HttpStatusCode? status) => organization.Requests.Add(new JournalEntry(
        Number: 0,
        _time,
        _requestId,
        request.Method,
        request.Url,
        request.Headers,
        request.Body.IsEmpty ? null : Encoding.UTF8.GetString(request.Body.Span),
        (int?)status,
        _userId,
        _operations));
}
