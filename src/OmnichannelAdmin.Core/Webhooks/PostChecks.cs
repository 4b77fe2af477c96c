using System.Globalization;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>The checks that need posts: whom the webhook refuses, whether it answers, and how fast.</summary>
internal sealed class PostChecks(WebhookClient client, Uri webhook, WebhookTestSettings settings)
{
    private readonly ActivityDraft _typing = new() { ConversationId = Guid.NewGuid().ToString() };
    private IReadOnlyList<WebhookAnswer> _measured = [];

    /// <summary>Posts and judges the answers.</summary>
    /// <param name="checks">Where the checks are noted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task MakeAsync(CheckList checks, CancellationToken cancellationToken)
    {
        var unsigned = await PostAsync(bearer: null, cancellationToken).ConfigureAwait(false);
        var forged = unsigned.Status is null
            ? unsigned
            : await PostAsync(ForgedToken.Make(settings), cancellationToken).ConfigureAwait(false);
        _measured = await MeasureAsync(unsigned, cancellationToken).ConfigureAwait(false);
        checks.Add(WebhookCheckNames.UnsignedPost, Unsigned(unsigned));
        checks.Add(WebhookCheckNames.ForgedPost, Forged(unsigned, forged));
        checks.Add(WebhookCheckNames.Answer, Answer());
        checks.Add(WebhookCheckNames.Latency, Latency());
    }

    private static CheckVerdict Unsigned(WebhookAnswer answer)
    {
        if (answer.IsRefusal)
            return CheckVerdict.Passed($"It {answer}.");
        if (!answer.IsAcceptance)
            return CheckVerdict.Skipped($"It {answer}, which neither takes nor refuses the post.");

        return CheckVerdict.Warning(
            $"It {answer}: anybody who knows the address can post activities.",
            "Let the platform sign its posts (Enable-OcWebhookAuthentication), then refuse those that are not signed.");
    }

    private static CheckVerdict Forged(WebhookAnswer unsigned, WebhookAnswer forged)
    {
        if (forged.IsRefusal)
            return CheckVerdict.Passed($"It {forged}.");
        if (!forged.IsAcceptance)
            return CheckVerdict.Skipped($"It {forged}, which neither takes nor refuses the post.");
        if (unsigned.IsAcceptance)
        {
            return CheckVerdict.Warning(
                $"It {forged}, as it does without any bearer.",
                "Check the bearer's signature, issuer, audience and lifetime once the platform signs its posts.");
        }

        return CheckVerdict.Failed(
            $"It {forged}, although nobody's key signed the bearer.",
            "The webhook wants a bearer but does not check it. Check signature, issuer, audience and lifetime.");
    }

    private static string Advice(WebhookAnswer answer)
    {
        if (answer.Status is null)
            return "Answer first and work afterwards: the platform drops an activity after three more attempts.";

        return answer.IsRefusal
            ? "Check that the token's audience and tenant are those that the webhook expects."
            : "Make the webhook answer the typing activity with 200; see its own log for the cause.";
    }

    private Task<WebhookAnswer> PostAsync(string? bearer, CancellationToken cancellationToken) =>
        client.PostAsync(webhook, _typing.ToActivity(), bearer, cancellationToken);

    private async Task<IReadOnlyList<WebhookAnswer>> MeasureAsync(
        WebhookAnswer unsigned, CancellationToken cancellationToken)
    {
        if (settings.Bearer is null && !unsigned.IsAcceptance)
            return unsigned.IsRefusal ? [] : [unsigned];

        var answers = new List<WebhookAnswer>();
        if (settings.Bearer is null)
            answers.Add(unsigned);
        while (answers.Count < settings.Count && answers.All(answer => answer.IsAcceptance))
            answers.Add(await PostAsync(settings.Bearer?.Reveal(), cancellationToken).ConfigureAwait(false));

        return answers;
    }

    private CheckVerdict Answer()
    {
        if (_measured.Count == 0)
        {
            return CheckVerdict.Skipped("It takes signed posts only; give -AccessToken or -Credential to post one.");
        }

        if (_measured.FirstOrDefault(answer => !answer.IsAcceptance) is { } failure)
            return CheckVerdict.Failed($"It {failure}.", Advice(failure));

        return _measured.FirstOrDefault(answer => !answer.IsDelivery) is { } other
            ? CheckVerdict.Warning(
                $"It {other}.",
                "Answer with 200: whether the platform takes any other status for success is not published.")
            : CheckVerdict.Passed($"{_measured.Count} of {_measured.Count} posts were answered with 200.");
    }

    private CheckVerdict Latency()
    {
        if (_measured.Count == 0 || _measured.Any(answer => answer.Status is null))
            return CheckVerdict.Skipped("No answer came that could be measured.");

        var measured = new LatencySummary(_measured);
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"Median {measured.Median.TotalMilliseconds:0} ms, maximum {measured.Maximum.TotalMilliseconds:0} ms "
            + $"over {_measured.Count} posts; the platform waits {settings.Limit.TotalSeconds:0.###} s.");
        return measured.Maximum > settings.Limit / 2
            ? CheckVerdict.Warning(detail, "Answer first and work afterwards: more load will break the limit.")
            : CheckVerdict.Passed(detail);
    }
}
