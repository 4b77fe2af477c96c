using System.Net;
using Microsoft.OData;
using OmnichannelAdmin.Sandbox.Journal;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Batches;

/// <summary>
/// A $batch: items one after the other, the operations of a change set all or nothing. The OData library reads it.
/// </summary>
internal sealed class BatchRequest(RequestScope scope, SandboxRequest request, List<JournalOperation> journal)
{
    /// <summary>The most operations of a batch.</summary>
    private const int OperationLimit = 1000;

    private readonly BatchResponseWriter _response = new();

    /// <summary>Whether a request is a batch.</summary>
    public static bool IsBatch(SandboxRequest request, Uri root) =>
        request.Url.AbsolutePath.Equals($"{root.AbsolutePath}$batch", StringComparison.Ordinal)
        || request.Url.AbsolutePath.Equals($"{root.AbsolutePath}%24batch", StringComparison.Ordinal);

    /// <summary>Carries the batch out.</summary>
    /// <exception cref="RefusedException">It cannot be read as a batch; nothing was carried out.</exception>
    public SandboxResponse Execute()
    {
        if (request.Method != "POST")
            throw RequestDispatcher.NotAllowed(request);

        // Without continue-on-error the first refused item ends the batch, and its status is that of the whole answer.
        foreach (var item in ReadItems())
        {
            var failed = item.IsChangeSet ? ExecuteChangeSet(item) : ExecuteSingle(item.Operations[0]);
            if (failed is { } status && !request.Preferences.ContinueOnError)
                return _response.Write(status);
        }

        return _response.Write(HttpStatusCode.OK);
    }

    private HttpStatusCode? ExecuteSingle(BatchOperation operation)
    {
        var response = FindFault(operation.Request) ?? RequestDispatcher.Execute(scope, operation.Request);
        Note(operation, response);
        _response.AddSingle(response, operation.ContentId);
        return IsError(response) ? response.Status : null;
    }

    private HttpStatusCode? ExecuteChangeSet(BatchItem item)
    {
        var responses = new List<(SandboxResponse, string?)>();
        BatchOperation? current = null;
        try
        {
            scope.Write(transaction =>
            {
                var inside = scope with { ChangeSet = transaction, ContentIds = [] };
                foreach (var operation in item.Operations)
                {
                    current = operation;
                    responses.Add((ExecuteInside(inside, operation), operation.ContentId));
                }

                return true;
            });
        }
        catch (RefusedException refused)
        {
            var response = ErrorBody.Write(refused, current!.Request.Preferences);
            foreach (var operation in item.Operations)
                Note(operation, response);
            _response.AddSingle(response, current.ContentId);
            return response.Status;
        }

        for (var index = 0; index < responses.Count; index++)
            Note(item.Operations[index], responses[index].Item1);
        _response.AddChangeSet(responses);
        return null;
    }

    private SandboxResponse ExecuteInside(RequestScope inside, BatchOperation operation)
    {
        if (operation.Request.Method == "GET")
            throw RefusedException.BadRequest(ErrorCodes.BadRequest, "A change set holds no GET.");

        var resolved = ContentIdUrl.Resolve(inside, operation);
        if (FindFault(resolved) is { } answer)
            return IsError(answer) ? throw new RefusedException(answer) : answer;

        var response = RequestDispatcher.ExecuteOrThrow(inside, resolved);
        var entity = response.Headers.Find(header => header.Key == "OData-EntityId").Value;
        if (entity is not null)
            inside.ContentIds[operation.ContentId!] = RowAddress.Resolve(inside, new Uri(entity));
        return response;
    }

    private SandboxResponse? FindFault(SandboxRequest operation) =>
        scope.Organization.Faults.TakeInside(request.Url, operation.Method, operation.Url) is { } fault
            ? FaultAnswer.Write(fault, operation.Preferences)
            : null;

    private List<BatchItem> ReadItems()
    {
        try
        {
            return new BatchReader(scope, OperationLimit).Read(request);
        }
        catch (Exception exception) when (exception is ODataException or FormatException or ArgumentException)
        {
            throw RefusedException.BadRequest(ErrorCodes.BadRequest, exception.Message);
        }
    }

    private void Note(BatchOperation operation, SandboxResponse response) => journal.Add(
        new JournalOperation(operation.Request.Method, operation.Request.Url.OriginalString, (int)response.Status));

    private static bool IsError(SandboxResponse response) => (int)response.Status >= 400;
}
