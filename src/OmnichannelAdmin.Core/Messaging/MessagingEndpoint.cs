using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Messaging;

/// <summary>
/// Where an app reaches the messaging API of an organization. The host's geo is the one that Microsoft's chat SDK uses
/// for the same host; the API's own pages do not list it.
/// </summary>
public sealed record MessagingEndpoint
{
    private const string ApiPath = "/api/v1.0/consumer";

    private MessagingEndpoint()
    {
    }

    /// <summary>The host of the organization.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The base of the consumer API: conversations begin at <c>{ApiUrl}/conversation/create</c>.</summary>
    public Uri ApiUrl => new(BaseUrl, ApiPath);

    /// <summary>
    /// The headers that every request carries besides <c>Authorization</c>: <c>organization-id</c>, and
    /// <c>channel-id</c> when a channel was given.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The scope to ask a token for.</summary>
    public required string Scope { get; init; }

    /// <summary>The channel's name, when one was given.</summary>
    public string? Channel { get; init; }

    /// <summary>The endpoint of an organization.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="region">Its region.</param>
    /// <param name="channel">The channel that conversations go through, or null to leave its header out.</param>
    /// <exception cref="OcValidationException">The messaging API is not known to exist in the region's
    /// cloud.</exception>
    public static MessagingEndpoint Of(Guid organizationId, DataverseRegion region, CustomChannel? channel)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (region.MessagingGeo is null)
        {
            throw new OcValidationException(
                "Region",
                "EndpointNotInCloud",
                $"The messaging API is not known to exist in {region.Name} ({region.DomainSuffix}).");
        }

        var headers = new Dictionary<string, string> { ["organization-id"] = organizationId.ToString() };
        if (channel is not null)
            headers["channel-id"] = channel.Id.ToString();

        return new MessagingEndpoint
        {
            BaseUrl = new Uri($"https://m-{organizationId}.{region.MessagingGeo}.{region.MessagingDomain}"),
            Headers = headers,
            Scope = MessagingScope.Of(organizationId, region),
            Channel = channel?.Name,
        };
    }
}
