using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Cmdlets.Binding;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Takes a URL, its text, a channel, or any object that has a WebhookUrl.</summary>
public sealed class WebhookTargetTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Convert(inputData);

    internal static WebhookTarget Convert(object? input) => Unwrapped.Value(input) switch
    {
        WebhookTarget target => target,
        CustomChannel channel => WebhookTarget.Of(channel, channel),
        Uri url => new WebhookTarget(url, url),
        string text when UriTransformationAttribute.Convert(text) is { } url => new WebhookTarget(text, url),
        { } value when input is PSObject row && row.Properties["WebhookUrl"] is { } url =>
            new WebhookTarget(
                row, UriTransformationAttribute.Convert(url.Value), row.Properties["Name"]?.Value?.ToString()),
        var value => throw BindingFailure.Of(value ?? "$null", "a URL, a channel, or an object with a WebhookUrl"),
    };
}
