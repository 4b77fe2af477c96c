using System.Globalization;
using System.Net;

namespace OmnichannelAdmin.Dataverse.Batching;

/// <summary>Maps the parts of a batch's answer back to the items that were sent.</summary>
internal sealed class BatchReader(EnvironmentUrl environment, BatchRequest batch, Answer answer)
{
    private int _operation;

    /// <summary>
    /// Reads one outcome per item. Without continue-on-error the server stops behind the item that it refuses: the
    /// items behind it have neither answers nor an error.
    /// </summary>
    /// <exception cref="DataverseException">
    /// The batch as a whole was refused, or its answer cannot be mapped.
    /// </exception>
    public IReadOnlyList<BatchOutcome> Read()
    {
        var parts = ReadParts();
        var outcomes = new List<BatchOutcome>();
        foreach (var item in batch.Items)
        {
            var reached = outcomes.Count < parts.Count;
            outcomes.Add(reached ? ReadItem(item, parts[outcomes.Count]) : new BatchOutcome([], Error: null));
            _operation += item.Operations.Count;
        }

        var mayStop = !batch.ContinueOnError && outcomes.Any(outcome => outcome.Error is not null);
        if (parts.Count > batch.Items.Count || (parts.Count < batch.Items.Count && !mayStop))
            throw Incomplete();

        return outcomes;
    }

    // A batch that was stopped has a status of failure, and its answers in the body all the same.
    private IReadOnlyList<MultipartPart> ReadParts()
    {
        if (MultipartReader.BoundaryOf(answer.Headers.GetValueOrDefault("Content-Type")) is { } boundary)
            return MultipartReader.ReadParts(answer.Body, boundary) ?? throw Incomplete();

        throw AnswerReader.ReadError(answer)
            ?? AnswerReader.Unexpected(answer, "The environment answered a batch with something else than a batch.");
    }

    private BatchOutcome ReadItem(BatchItem item, MultipartPart part)
    {
        if (!item.IsChangeSet)
            return ReadOperations([ReadAnswer(item.Operations[0], part, _operation)]);

        var boundary = MultipartReader.BoundaryOf(part.Headers.GetValueOrDefault("Content-Type"));
        if (boundary is null)
            return RefusedAsOne(item, part);

        var parts = MultipartReader.ReadParts(part.Body, boundary) ?? throw Incomplete();
        return parts.Count == 1 && StatusOf(parts[0]) >= HttpStatusCode.BadRequest
            ? RefusedAsOne(item, parts[0])
            : ReadOperations(ReadChangeSet(item, parts));
    }

    private BatchOutcome ReadOperations(IReadOnlyList<Answer> answers)
    {
        if (answers.Select(AnswerReader.ReadError).FirstOrDefault(error => error is not null) is { } refusal)
            return new BatchOutcome([], refusal);

        return new BatchOutcome([.. answers.Select(ReadResponse)], Error: null);
    }

    // The server names the request as a whole; its operations have no ids of their own.
    private DataverseResponse ReadResponse(Answer operation)
    {
        var response = AnswerReader.ReadResponse(operation);
        return response with { RequestId = response.RequestId ?? answer.Headers.RequestId() };
    }

    /// <summary>
    /// A change set that was refused has one answer for all, which may name the operation that is to blame.
    /// </summary>
    private BatchOutcome RefusedAsOne(BatchItem item, MultipartPart part)
    {
        var place = PlaceOf(part, item.Operations.Count);
        var operation = item.Operations[place ?? 0];
        var refused = ReadAnswer(operation, part, place is null ? null : _operation + place);
        var error = AnswerReader.ReadError(refused)
            ?? AnswerReader.Unexpected(refused, "A change set was answered with something else than its answers.");
        return new BatchOutcome([], error);
    }

    /// <summary>The answers of a change set in the order of its operations; Content-ID tells which is whose.</summary>
    private List<Answer> ReadChangeSet(BatchItem item, IReadOnlyList<MultipartPart> parts)
    {
        var answers = new SortedDictionary<int, Answer>();
        foreach (var part in parts)
        {
            var place = PlaceOf(part, item.Operations.Count) ?? answers.Count;
            if (place < item.Operations.Count)
                answers[place] = ReadAnswer(item.Operations[place], part, _operation + place);
        }

        return answers.Count == item.Operations.Count ? [.. answers.Values] : throw Incomplete();
    }

    private static int? PlaceOf(MultipartPart part, int count) =>
        int.TryParse(part.Headers.GetValueOrDefault("Content-ID"), CultureInfo.InvariantCulture, out var id)
        && id >= 1 && id <= count
            ? id - 1
            : null;

    private HttpStatusCode StatusOf(MultipartPart part)
    {
        var text = part.Body;
        return ReadStatus(HeaderBlock.ReadLine(ref text));
    }

    private Answer ReadAnswer(DataverseRequest operation, MultipartPart part, int? batchIndex)
    {
        var text = part.Body;
        var status = ReadStatus(HeaderBlock.ReadLine(ref text));
        var headers = HeaderBlock.ReadHeaders(ref text);
        var url = Uri.TryCreate(environment.ApiRoot, operation.Path, out var target) ? target : answer.Url;
        return new Answer(operation.Method, url, status, headers, text.TrimEnd("\r\n"u8))
        {
            FollowsLostAnswer = answer.FollowsLostAnswer,
            BatchIndex = batchIndex,
        };
    }

    private HttpStatusCode ReadStatus(string statusLine)
    {
        var words = statusLine.Split(' ', 3);
        return words.Length >= 2 && words[0].StartsWith("HTTP/", StringComparison.Ordinal)
            && int.TryParse(words[1], CultureInfo.InvariantCulture, out var status)
            ? (HttpStatusCode)status
            : throw Incomplete();
    }

    private DataverseException Incomplete() => AnswerReader.Unexpected(
        answer,
        "The answer to a batch is incomplete or cannot be read, so it is not known what became of its operations.");
}
