using System.Collections;
using System.Management.Automation;
using OmnichannelAdmin.Cmdlets.Binding;
using OmnichannelAdmin.Journal;

namespace OmnichannelAdmin.Cmdlets.Journal;

/// <summary>Takes recorded changes, or their GUIDs, or objects with an Id.</summary>
public sealed class ChangeIdTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Value(inputData) switch
    {
        null => null,
        IEnumerable items and not string => items.Cast<object?>().Select(IdOf).ToArray(),
        _ => new[] { IdOf(inputData) },
    };

    private static Guid IdOf(object? input) => Unwrapped.Value(input) switch
    {
        RecordedChange change => change.Id,
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ when input is PSObject row && Guid.TryParse(row.Properties["Id"]?.Value?.ToString(), out var id) => id,
        var value => throw BindingFailure.Of(value ?? "$null", "a change of Get-OcChange or its GUID"),
    };
}
