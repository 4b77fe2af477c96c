using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Sandbox.Journal;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Shows the requests that a sandbox got, oldest first, without secrets.</summary>
[Cmdlet(VerbsCommon.Get, "OcSandboxRequest")]
[OutputType(typeof(JournalEntry))]
public sealed class GetOcSandboxRequestCommand : PSCmdlet
{
    /// <summary>Only requests of these HTTP methods.</summary>
    [Parameter(Position = 0)]
    public string[]? Method { get; set; }

    /// <summary>Only requests whose URL matches; wildcards allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    public string? Url { get; set; }

    /// <summary>The connection to the sandbox; without it, the runspace's own default.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            WriteObject(
                SandboxOrganizations.Find(Connection).Requests.Entries.Where(IsMeant), enumerateCollection: true);
        }
        catch (Exception e) when (e is OcValidationException or NotConnectedException)
        {
            ThrowTerminatingError(ErrorMapper.Map(e, Connection).ToRecord());
        }
    }

    private bool IsMeant(JournalEntry entry) =>
        (Method is null || Method.Contains(entry.Method, StringComparer.OrdinalIgnoreCase))
        && (Url is null
            || new WildcardPattern(Url, WildcardOptions.IgnoreCase)
                .IsMatch(Uri.UnescapeDataString(entry.Url.AbsoluteUri)));
}
