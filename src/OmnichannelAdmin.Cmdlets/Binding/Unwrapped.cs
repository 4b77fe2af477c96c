using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>What the engine wrapped.</summary>
internal static class Unwrapped
{
    public static object? Value(object? value) => value is PSObject wrapper ? wrapper.BaseObject : value;
}
