using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Payments;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Payments;

/// <summary>
/// Reads payment profiles, with their merchants and rich messages. Certificates and passwords are never read.
/// </summary>
[Cmdlet(VerbsCommon.Get, "OcPaymentProfile")]
[OutputType(typeof(PaymentProfile))]
public sealed class GetOcPaymentProfileCommand : OcConnectedCmdlet
{
    /// <summary>Payment profiles, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<PaymentProfile>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var parts = new PaymentProfileParts(records.Store, allAtOnce: Identity is not [_], cancellationToken);
        return records.ReadAsync<PaymentProfile>(Identity, new RecordQuery(), parts.CompleteAsync, cancellationToken);
    }
}
