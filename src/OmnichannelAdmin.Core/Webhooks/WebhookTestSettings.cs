using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Webhooks;

/// <summary>How to test a webhook.</summary>
public sealed record WebhookTestSettings
{
    /// <summary>How many posts must be answered to measure by, from 1.</summary>
    public int Count { get; init; } = 3;

    /// <summary>How long the webhook may take to connect and to answer one post.</summary>
    public TimeSpan Limit { get; init; } = WebhookLimits.AnswerWithin;

    /// <summary>The bearer for posts that the webhook should accept, or null.</summary>
    public AccessToken? Bearer { get; init; }

    /// <summary>The only roots to trust, or null to trust what this machine does.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>Whom the wrongly signed post claims to be from and for, or null for nobody in particular.</summary>
    public Guid? AppId { get; init; }

    /// <summary>The tenant that the wrongly signed post claims to be from, or null.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
