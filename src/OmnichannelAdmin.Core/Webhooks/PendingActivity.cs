using System.Net;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>
/// An activity whose post is not answered yet: either its consumer gets it or its sender is told to come back.
/// </summary>
internal sealed class PendingActivity(Activity activity)
{
    private readonly TaskCompletionSource<HttpStatusCode> _answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isTaken;

    /// <summary>The activity.</summary>
    public Activity Activity => activity;

    /// <summary>What the post is answered with.</summary>
    public Task<HttpStatusCode> Answer => _answer.Task;

    /// <summary>Takes the activity for its consumer; false when its sender has given up or been sent away.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Tells the sender that its activity has arrived.</summary>
    public void Accept() => _answer.TrySetResult(HttpStatusCode.OK);

    /// <summary>Tells the sender that its activity, though taken, reached nobody.</summary>
    public void Fail() => _answer.TrySetResult(HttpStatusCode.ServiceUnavailable);

    /// <summary>Sends the sender away, unless the activity is already with its consumer.</summary>
    public void Abandon()
    {
        if (TryTake())
            Fail();
    }
}
