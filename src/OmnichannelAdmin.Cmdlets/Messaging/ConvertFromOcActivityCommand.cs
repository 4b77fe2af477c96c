using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Messaging;

/// <summary>Reads an activity of the messaging API out of JSON.</summary>
[Cmdlet(VerbsData.ConvertFrom, "OcActivity")]
[OutputType(typeof(Activity))]
public sealed class ConvertFromOcActivityCommand : OcCmdlet
{
    /// <summary>The JSON text of one activity, or what another command made of it: an object or a hashtable.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Json", "Body")]
    public object InputObject { get; set; } = "";

    /// <inheritdoc/>
    protected override object? ErrorTarget => InputObject;

    /// <inheritdoc/>
    protected internal override Task RunAsync(IOcPipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.WriteAsync(ActivityInput.Read(InputObject));
}
