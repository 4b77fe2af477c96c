using System.Collections;
using System.Management.Automation;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>
/// Takes a record, its GUID, its GUID as text, its name, or any object that has an Id or a Name: a row of a CSV file,
/// or a record that went through a job.
/// </summary>
public sealed class RecordIdentityTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether empty text counts as nothing, as in an empty cell of a CSV file.</summary>
    public bool EmptyMeansNothing { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        EmptyMeansNothing && Unwrapped.Value(inputData) is string text && string.IsNullOrWhiteSpace(text)
            ? null
            : Convert(inputData);

    internal static object? Convert(object? input)
    {
        var value = Unwrapped.Value(input);
        if (value is IEnumerable and not string and not IDictionary)
            return ((IEnumerable)value).Cast<object?>().Select(One).ToArray();

        return value is null ? null : One(input);
    }

    private static RecordIdentity One(object? input) => Unwrapped.Value(input) switch
    {
        RecordIdentity identity => identity,
        OcRecord record => RecordIdentity.Of(record),
        RecordReference reference => RecordIdentity.Of(reference.Id, source: reference),
        Guid id => RecordIdentity.Of(id),
        string text when text.Length > 0 => RecordIdentity.Parse(text),
        { } value when input is PSObject row => OfRow(row) ?? throw Refuse(value),
        var value => throw Refuse(value ?? "$null"),
    };

    private static RecordIdentity? OfRow(PSObject row)
    {
        var etag = row.Properties["ETag"]?.Value as string;
        if (GuidOf(row.Properties["Id"]?.Value) is { } id)
            return RecordIdentity.Of(id, etag, row);

        return row.Properties["Name"]?.Value?.ToString() is { Length: > 0 } name
            ? RecordIdentity.Parse(name, row)
            : null;
    }

    private static Guid? GuidOf(object? value) => Guid.TryParse(value?.ToString(), out var id) ? id : null;

    private static ArgumentTransformationMetadataException Refuse(object value) =>
        BindingFailure.Of(value, "a record, a GUID, a name, or an object with an Id or a Name");
}
