using System.Collections;
using System.Management.Automation;
using System.Net;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;
using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Makes the next requests to a sandbox fail in a way that a real environment or the network can.</summary>
[Cmdlet(VerbsCommon.Add, "OcSandboxFault", DefaultParameterSetName = StatusSet)]
public sealed class AddOcSandboxFaultCommand : PSCmdlet
{
    private const string StatusSet = "Status";
    private const string DelaySet = "Delay";
    private const string CutBeforeWriteSet = "CutBeforeWrite";
    private const string CutAfterWriteSet = "CutAfterWrite";
    private const string TruncateBodySet = "TruncateBody";
    private const string NonJsonBodySet = "NonJsonBody";

    /// <summary>The HTTP status to answer with, 400 to 599.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = StatusSet)]
    [ValidateRange(400, 599)]
    public int Status { get; set; }

    /// <summary>The Dataverse error code to answer with, such as 0x80072322.</summary>
    [Parameter(ParameterSetName = StatusSet)]
    public string ErrorCode { get; set; } = "";

    /// <summary>The message to answer with.</summary>
    [Parameter(ParameterSetName = StatusSet)]
    public string Message { get; set; } = "";

    /// <summary>Headers to answer with, such as @{ 'Retry-After' = '30' }.</summary>
    [Parameter(ParameterSetName = StatusSet)]
    public IDictionary Headers { get; set; } = new Hashtable();

    /// <summary>Answers as usual, but so many seconds late.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DelaySet)]
    [ValidateRange(0.001, 3600)]
    public double DelaySeconds { get; set; }

    /// <summary>Breaks the connection before the request is carried out.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CutBeforeWriteSet)]
    public SwitchParameter CutBeforeWrite { get; set; }

    /// <summary>Carries the request out and breaks the connection before the answer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CutAfterWriteSet)]
    public SwitchParameter CutAfterWrite { get; set; }

    /// <summary>Carries the request out and ends the answer in the middle of its body.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TruncateBodySet)]
    public SwitchParameter TruncateBody { get; set; }

    /// <summary>Answers with a page of HTML.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NonJsonBodySet)]
    public SwitchParameter NonJsonBody { get; set; }

    /// <summary>Only requests of this HTTP method.</summary>
    [Parameter]
    public string? Method { get; set; }

    /// <summary>Only requests whose URL matches this regular expression somewhere.</summary>
    [Parameter]
    public string? Url { get; set; }

    /// <summary>How many requests that fit go by unharmed first.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int After { get; set; }

    /// <summary>How many requests it strikes.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Times { get; set; } = 1;

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
            SandboxOrganizations.Find(Connection).Faults.Add(
                Fault() with { Method = Method, Url = Url, After = After, Times = Times });
        }
        catch (Exception e) when (e is OcValidationException or NotConnectedException)
        {
            ThrowTerminatingError(ErrorMapper.Map(e, Connection).ToRecord());
        }
    }

    private SandboxFault Fault() => ParameterSetName switch
    {
        DelaySet => SandboxFault.Delay(TimeSpan.FromSeconds(DelaySeconds)),
        CutBeforeWriteSet => SandboxFault.CutBeforeWrite(),
        CutAfterWriteSet => SandboxFault.CutAfterWrite(),
        TruncateBodySet => SandboxFault.TruncateBody(),
        NonJsonBodySet => SandboxFault.NonJsonBody(),
        _ => SandboxFault.Answer((HttpStatusCode)Status, ErrorCode, Message) with { Headers = AnswerHeaders() },
    };

    private Dictionary<string, string> AnswerHeaders() =>
        Headers.Cast<DictionaryEntry>().ToDictionary(
            entry => entry.Key.ToString()!, entry => entry.Value?.ToString() ?? "");
}
