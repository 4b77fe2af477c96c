using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Cmdlets.Sandbox;
using OmnichannelAdmin.Messaging;
using OmnichannelAdmin.Webhooks;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>
/// Is a webhook for development and tests: takes what the platform posts and writes it to the pipeline.
/// </summary>
[Cmdlet(VerbsCommunications.Receive, "OcActivity")]
[OutputType(typeof(Activity))]
public sealed class ReceiveOcActivityCommand : OcCmdlet
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; } = 8080;

    /// <summary>The address to listen on: 127.0.0.1, which only this machine reaches, unless given.</summary>
    [Parameter]
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>A certificate with its private key, to speak HTTPS; without it, HTTP.</summary>
    [Parameter]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>The application that posts must be signed for; with -TenantId.</summary>
    [Parameter]
    [GuidTransformation]
    [Alias("ApplicationId", "ClientId")]
    public Guid? AppId { get; set; }

    /// <summary>The tenant whose application posts must be signed for; with -AppId.</summary>
    [Parameter]
    [GuidTransformation]
    public Guid? TenantId { get; set; }

    /// <summary>Ends after so many activities.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    /// <summary>Ends after so many seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int? TimeoutSeconds { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Port;

    /// <inheritdoc/>
    protected internal override async Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        using var receiver = new ActivityReceiver(Bearers(), pipeline.Warn, TimeProvider.System);
        var server = Start(receiver);
        await using var stopped = server.ConfigureAwait(false);
        pipeline.Inform(server.Url, "Listening");
        try
        {
            await ConsumeAsync(receiver, pipeline, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Before the server ends, so that senders that wait are told to come back.
            receiver.Close();
        }
    }

    private ReceiverServer Start(ActivityReceiver receiver)
    {
        try
        {
            return new ReceiverServer(receiver, Address, Port, Certificate);
        }
        catch (SocketException e)
        {
            throw new OcValidationException(
                nameof(Port), "PortNotFree",
                $"{new IPEndPoint(Address, Port)} cannot be listened on: {e.Message}. Give another -Port.");
        }
        catch (ArgumentException e)
        {
            throw new OcValidationException(nameof(Certificate), "CertificateWithoutKey", e.Message);
        }
    }

    private async Task ConsumeAsync(
        ActivityReceiver receiver, IOcPipeline pipeline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (TimeoutSeconds is { } seconds)
            limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            await receiver.ConsumeAsync(pipeline.WriteAsync, Count, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            pipeline.Verbose($"{TimeoutSeconds} seconds are over.");
        }
    }

    private BearerRules? Bearers()
    {
        if (AppId is null != TenantId is null)
        {
            throw new OcValidationException(
                nameof(AppId), "AppAndTenantNeeded",
                "Give both -AppId and -TenantId to check bearers, or neither to take all posts.");
        }

        return AppId is null ? null : new BearerRules { AppId = AppId.Value, TenantId = TenantId!.Value };
    }
}
