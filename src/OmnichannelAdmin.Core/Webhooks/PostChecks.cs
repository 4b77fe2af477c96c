using System.Globalization;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Webhooks;

/// <summary>The checks that need posts: whom the webhook refuses, whether it answers, and how fast.</summary>
internal sealed class PostChecks(WebhookClient client, Uri webhook, WebhookTestSettings settings)
{
    private readonly ActivityDraft _typing = new() { ConversationId = Guid.NewGuid().ToString() };

    /// <summary>The answers that the last two checks are about.</summary>
    public IReadOnlyList<WebhookAnswer> Measured { get; private set; } = [];

    /// <summary>Posts and judges the answers.</summary>
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        var unsigned = await PostAsync(bearer: null, cancellationToken).ConfigureAwait(false);
        var forged = unsigned.Status is null
            ? unsigned
            : await PostAsync(ForgedToken.Make(settings), cancellationToken).ConfigureAwait(false);
        Measured = await MeasureAsync(unsigned, cancellationToken).ConfigureAwait(false);
        return [Unsigned(unsigned), Forged(unsigned, forged), Answer(), Latency()];
    }

    private static Check Unsigned(WebhookAnswer answer)
    {
        if (answer.IsRefusal)
            return Check.Passed(WebhookCheckNames.UnsignedPost, $"It {answer}.");
        if (!answer.IsAcceptance)
            return Check.Skipped(WebhookCheckNames.UnsignedPost, $"It {answer}, which neither takes nor refuses the post.");

        return Check.Warning(
            WebhookCheckNames.UnsignedPost,
            $"It {answer}: anybody who knows the address can post activities.",
            "Let the platform sign its posts (Enable-OcWebhookAuthentication), then refuse those that are not signed.");
    }

    private static Check Forged(WebhookAnswer unsigned, WebhookAnswer forged)
    {
        if (forged.IsRefusal)
            return Check.Passed(WebhookCheckNames.ForgedPost, $"It {forged}.");
        if (!forged.IsAcceptance)
            return Check.Skipped(WebhookCheckNames.ForgedPost, $"It {forged}, which neither takes nor refuses the post.");
        if (unsigned.IsAcceptance)
        {
            return Check.Warning(
                WebhookCheckNames.ForgedPost,
                $"It {forged}, as it does without any bearer.",
                "Check the bearer's signature, issuer, audience and lifetime once the platform signs its posts.");
        }

        return Check.Failed(
            WebhookCheckNames.ForgedPost,
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

    private async Task<IReadOnlyList<WebhookAnswer>> MeasureAsync(WebhookAnswer unsigned, CancellationToken cancellationToken)
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

    private Check Answer()
    {
        if (Measured.Count == 0)
        {
            return Check.Skipped(
                WebhookCheckNames.Answer, "It takes signed posts only; give -AccessToken or -Credential to post one.");
        }

        if (Measured.FirstOrDefault(answer => !answer.IsAcceptance) is { } failure)
            return Check.Failed(WebhookCheckNames.Answer, $"It {failure}.", Advice(failure));

        return Measured.FirstOrDefault(answer => !answer.IsDelivery) is { } other
            ? Check.Warning(
                WebhookCheckNames.Answer,
                $"It {other}.",
                "Answer with 200: whether the platform takes any other status for success is not published.")
            : Check.Passed(WebhookCheckNames.Answer, $"{Measured.Count} of {Measured.Count} posts were answered with 200.");
    }

    private Check Latency()
    {
        if (Measured.Count == 0 || Measured.Any(answer => answer.Status is null))
            return Check.Skipped(WebhookCheckNames.Latency, "No answer came that could be measured.");

        var measured = new LatencySummary(Measured);
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"Median {measured.Median.TotalMilliseconds:0} ms, maximum {measured.Maximum.TotalMilliseconds:0} ms "
            + $"over {Measured.Count} posts; the platform waits {settings.Limit.TotalSeconds:0.###} s.");
        return measured.Maximum > settings.Limit / 2
            ? Check.Warning(WebhookCheckNames.Latency, detail, "Answer first and work afterwards: more load will break the limit.")
            : Check.Passed(WebhookCheckNames.Latency, detail);
    }
}
