using System.Net;
using System.Text;
using System.Threading.Channels;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>
/// Takes the posts that the platform makes to a webhook, and hands their activities to one consumer. A post is answered
/// with 200 once its activity has reached the consumer, so that nothing which was answered with 200 can be lost; a
/// sender that would have to wait too long is answered 503 and comes back. Activities of one conversation keep their
/// order, since the platform sends the next one after the answer to the last.
/// </summary>
public sealed class ActivityReceiver : IDisposable
{
    /// <summary>The most bytes of a body; the server in front answers more with 413.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    private const int Capacity = 256;

    // Less than the platform waits, so that a 503 still arrives.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Channel<PendingActivity> _waiting = Channel.CreateBounded<PendingActivity>(Capacity);
    private readonly BearerCheck? _bearers;
    private readonly Action<string> _refused;
    private readonly TimeProvider _time;

    /// <summary>Makes a receiver.</summary>
    /// <param name="bearers">What a post's bearer must be like, or null to take posts without looking at it.</param>
    /// <param name="refused">Told why a post was refused, in words.</param>
    /// <param name="time">The clock.</param>
    public ActivityReceiver(BearerRules? bearers, Action<string> refused, TimeProvider time)
    {
        _bearers = bearers is null ? null : new BearerCheck(bearers);
        _refused = refused;
        _time = time;
    }

    /// <summary>Answers a post.</summary>
    /// <param name="request">The request with its whole body.</param>
    /// <param name="cancellationToken">Cancelled when the sender has gone or the server stops.</param>
    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ActivitiesPath.ConversationIn(request.RequestUri!.AbsolutePath) is not { } conversation)
            return Refuse(
                HttpStatusCode.NotFound,
                $"{request.RequestUri.AbsolutePath} is not …/v3/conversations/{{id}}/activities.");
        if (request.Method != HttpMethod.Post)
            return Refuse(HttpStatusCode.MethodNotAllowed, $"{request.Method} is not POST.");
        if (await FindFaultAsync(request).ConfigureAwait(false) is { } fault)
            return Unauthorized(fault);

        try
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            var activity = Activity.Parse(body).Received(conversation, _time.GetUtcNow());
            return new HttpResponseMessage(await HandOverAsync(activity, cancellationToken).ConfigureAwait(false));
        }
        catch (OcValidationException e)
        {
            return Refuse(HttpStatusCode.BadRequest, e.Message);
        }
    }

    /// <summary>
    /// Hands activities over as they come in. Going on to the next one says that the last one has arrived.
    /// </summary>
    /// <param name="consume">Takes an activity; when it fails, the sender is told to come back.</param>
    /// <param name="count">How many to take, or null for no end.</param>
    /// <param name="cancellationToken">Ends the wait for more.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task ConsumeAsync(Func<Activity, Task> consume, int? count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consume);
        for (var taken = 0; taken != count;)
        {
            var pending = await _waiting.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!pending.TryTake())
                continue;

            await HandOverAsync(pending, consume).ConfigureAwait(false);
            taken++;
        }
    }

    /// <summary>Takes no more posts, and sends away those that wait.</summary>
    public void Close()
    {
        _waiting.Writer.TryComplete();
        while (_waiting.Reader.TryRead(out var pending))
            pending.Abandon();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _bearers?.Dispose();
    }

    private static async Task HandOverAsync(PendingActivity pending, Func<Activity, Task> consume)
    {
        try
        {
            await consume(pending.Activity).ConfigureAwait(false);
            pending.Accept();
        }
        finally
        {
            // Changes nothing when it was accepted.
            pending.Fail();
        }
    }

    private async Task<HttpStatusCode> HandOverAsync(Activity activity, CancellationToken cancellationToken)
    {
        var pending = new PendingActivity(activity);
        if (!_waiting.Writer.TryWrite(pending))
            return HttpStatusCode.ServiceUnavailable;

        using var limit = new CancellationTokenSource(Patience, _time);
        using var whenLate = limit.Token.Register(pending.Abandon);
        using var whenGone = cancellationToken.Register(pending.Abandon);
        return await pending.Answer.ConfigureAwait(false);
    }

    private Task<string?> FindFaultAsync(HttpRequestMessage request)
    {
        if (_bearers is null)
            return Task.FromResult<string?>(null);

        var authorization = request.Headers.Authorization;
        var isBearer = "Bearer".Equals(authorization?.Scheme, StringComparison.OrdinalIgnoreCase);
        return _bearers.FindFaultAsync(isBearer ? authorization!.Parameter : null);
    }

    private HttpResponseMessage Unauthorized(string fault)
    {
        // The sender learns that, not why: the reason helps whoever forges more than whoever is meant.
        _refused($"A post was refused with 401: {fault}");
        var answer = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        answer.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return answer;
    }

    private HttpResponseMessage Refuse(HttpStatusCode status, string reason)
    {
        _refused($"A post was refused with {(int)status}: {reason}");
        return new HttpResponseMessage(status) { Content = new StringContent(reason, Encoding.UTF8, "text/plain") };
    }
}
