using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Connections;
using OmnichannelAdmin.Cmdlets.Errors;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Sandbox;

/// <summary>Saves a sandbox to a file, without its secrets.</summary>
[Cmdlet(VerbsData.Export, "OcSandbox")]
[OutputType(typeof(FileInfo))]
public sealed class ExportOcSandboxCommand : PSCmdlet
{
    /// <summary>The file to write. One that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The connection to the sandbox, or its name; without it, the runspace's own default.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public OcConnection? Connection { get; set; }

    /// <summary>Answers with the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            Save(GetUnresolvedProviderPathFromPSPath(Path));
        }
        catch (Exception e) when (e is OcValidationException or NotConnectedException)
        {
            ThrowTerminatingError(ErrorMapper.Map(e, Connection).ToRecord());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(e, "SandboxFileNotWritable", ErrorCategory.WriteError, Path));
        }
    }

    private void Save(string path)
    {
        var organization = SandboxOrganizations.Find(Connection);
        // Under another name first, so that a file that was there is replaced whole or not at all.
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        using (var file = File.Create(unfinished))
            organization.Save(file);

        File.Move(unfinished, path, overwrite: true);

        if (PassThru)
            WriteObject(new FileInfo(path));
    }
}
