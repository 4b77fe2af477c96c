using System.Management.Automation;
using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Checks;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>Finds out what an Apple Messages for Business account lacks before customers can write to it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "OcAppleAccount")]
[OutputType(typeof(OcTestResult), typeof(bool))]
public sealed class TestOcAppleAccountCommand : OcConnectedCmdlet
{
    /// <summary>The account, its GUID, or its name; without it, all accounts.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [ArgumentCompleter(typeof(RecordNameCompleter<AppleAccount>))]
    public RecordIdentity? Identity { get; set; }

    /// <summary>Answers with true or false instead of the result.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity?.Source;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override async Task RunAsync(
        IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var store = connection.Records(pipeline);
        var test = new AppleAccountTest(connection, store);
        await foreach (var account in store.FindOneOrAllAsync<AppleAccount>(Identity, cancellationToken)
            .ConfigureAwait(false))
        {
            var result = await test.RunAsync(account, cancellationToken).ConfigureAwait(false);
            await pipeline.WriteAsync(IsOn(nameof(Quiet)) ? result.Passed : result).ConfigureAwait(false);
        }
    }
}
