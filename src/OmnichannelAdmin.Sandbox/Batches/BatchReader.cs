using Microsoft.OData;
using OmnichannelAdmin.Sandbox.Payloads;
using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Batches;

/// <summary>Reads a multipart batch with the OData library.</summary>
internal sealed class BatchReader(RequestScope scope, int operationLimit)
{
    private readonly List<BatchItem> _items = [];
    private BatchItem? _changeSet;
    private int _operations;

    /// <summary>Reads all items.</summary>
    /// <exception cref="ODataException">The library cannot read it.</exception>
    /// <exception cref="RefusedException">It breaks a rule of Dataverse.</exception>
    public List<BatchItem> Read(SandboxRequest request)
    {
        var contentType = request.Header("Content-Type") ?? string.Empty;
        if (!contentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            throw RefusedException.BadRequest(ErrorCodes.BadRequest, "A batch is multipart/mixed with a boundary.");
        CheckLineEnds(request.Body.Span);

        using var stream = new MemoryStream(request.Body.ToArray(), writable: false);
        using var messageReader = new ODataMessageReader(
            (IODataRequestMessage)new PayloadMessage(stream, contentType), Settings(), scope.Schema.Model);
        var reader = messageReader.CreateODataBatchReader();
        while (reader.Read())
            Take(reader);

        return _items;
    }

    private ODataMessageReaderSettings Settings() => new()
    {
        BaseUri = scope.ServiceRoot,
        MessageQuotas = new ODataMessageQuotas
        {
            // One more than the limit, so that the answer to a batch that is too large is Dataverse's.
            MaxOperationsPerChangeset = operationLimit + 1,
            MaxPartsPerBatch = operationLimit + 1,
            MaxReceivedMessageSize = long.MaxValue,
        },
    };

    private void Take(ODataBatchReader reader)
    {
        switch (reader.State)
        {
            case ODataBatchReaderState.ChangesetStart:
                _changeSet = new BatchItem([], IsChangeSet: true);
                _items.Add(_changeSet);
                break;
            case ODataBatchReaderState.ChangesetEnd:
                _changeSet = null;
                break;
            case ODataBatchReaderState.Operation:
                Add(ReadOperation(reader.CreateOperationRequestMessage()));
                break;
        }
    }

    private void Add(BatchOperation operation)
    {
        if (++_operations > operationLimit)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.InvalidArgument, $"A batch takes at most {operationLimit} operations.");
        }

        if (_changeSet is null)
        {
            _items.Add(new BatchItem([operation], IsChangeSet: false));
            return;
        }

        if (operation.ContentId is null)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.BadRequest, "The Content-ID header is missing in an operation of a change set.");
        }

        _changeSet.Operations.Add(operation);
    }

    private static BatchOperation ReadOperation(ODataBatchOperationRequestMessage message)
    {
        using var stream = message.GetStream();
        using var body = new MemoryStream();
        stream.CopyTo(body);
        var headers = message.Headers.ToDictionary(
            header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var request = new SandboxRequest(message.Method.ToUpperInvariant(), message.Url, headers, body.ToArray());
        return new BatchOperation(request, message.ContentId);
    }

    // Dataverse's own reader stumbles over a bare line feed anywhere in the body.
    private static void CheckLineEnds(ReadOnlySpan<byte> body)
    {
        var rest = body;
        while (rest.IndexOf((byte)'\n') is >= 0 and var index)
        {
            if (index == 0 || rest[index - 1] != (byte)'\r')
            {
                throw RefusedException.BadRequest(
                    ErrorCodes.BadPayload, "Stream was not readable: every line of a batch ends in CRLF.");
            }

            rest = rest[(index + 1)..];
        }
    }
}
