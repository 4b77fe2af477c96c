using System.Management.Automation;
using OmnichannelAdmin.Authentication;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Authentication;

/// <summary>Reads authentication settings, with their rich messages. Client secrets are never read.</summary>
[Cmdlet(VerbsCommon.Get, "OcAuthSetting")]
[OutputType(typeof(AuthSetting))]
public sealed class GetOcAuthSettingCommand : OcConnectedCmdlet
{
    /// <summary>Authentication settings, their GUIDs or names; a name may have the wildcards * and ?.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Name", "Id")]
    [RecordIdentityTransformation]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RecordNameCompleter<AuthSetting>))]
    public RecordIdentity[]? Identity { get; set; }

    /// <summary>Only settings for this kind of channel.</summary>
    [Parameter]
    [ChoiceTransformation(typeof(AuthChannelType))]
    public AuthChannelType? ChannelType { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => Identity is [var only] ? only.Source : Identity;

    /// <inheritdoc/>
    protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override Task RunAsync(IOcPipeline pipeline, OcConnection connection, CancellationToken cancellationToken)
    {
        var records = new RecordPipeline(pipeline, connection);
        var parts = new AuthSettingParts(records.Store, allAtOnce: Identity is not [_], cancellationToken);
        var query = new RecordQuery
        {
            Filter = ChannelType is { } type
                ? TableModel.Of<AuthSetting>().Column(nameof(ChannelType)).Declaration.IsEqualTo(type)
                : null,
            Where = record => ChannelType is null || ((AuthSetting)record).ChannelType == ChannelType,
        };
        return records.ReadAsync<AuthSetting>(Identity, query, parts.CompleteAsync, cancellationToken);
    }
}
