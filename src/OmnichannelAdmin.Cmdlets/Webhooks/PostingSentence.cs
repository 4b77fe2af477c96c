namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Says that a test is about to post, for -WhatIf, -Confirm and -Verbose.</summary>
internal static class PostingSentence
{
    // One post without a bearer and one with a forged one come before those that are measured.
    private const int Refusals = 2;

    public static string For(Uri url, int count) =>
        $"Post up to {count + Refusals} typing activities to the webhook {url}.";
}
