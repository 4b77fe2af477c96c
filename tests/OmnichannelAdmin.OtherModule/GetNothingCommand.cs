using System.Management.Automation;

namespace OmnichannelAdmin.OtherModule;

/// <summary>The least that a binary module can hold.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet;
