using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Tells the scope that a token for the messaging API must be asked for.</summary>
[Cmdlet(VerbsCommon.Get, "OcMessagingScope")]
[OutputType(typeof(string))]
public sealed class GetOcMessagingScopeCommand : MessagingAddressCmdlet
{
    /// <summary>The first label of the environment's domain, such as crm4, instead of a region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <inheritdoc/>
    protected internal override Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.WriteAsync(FindScope(Zone));
}
