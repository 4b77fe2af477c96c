using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Configuration;

/// <summary>A row as a document describes it.</summary>
/// <param name="Key">What tells it from all others.</param>
/// <param name="Values">
/// What the document decides, in canonical form: null for a column that is to be empty, a <see cref="RecordKey"/> for
/// one that points at a row, a <see cref="SecretReference"/> for a secret, a list of <see cref="RecordKey"/> for links.
/// What is not here may be anything.
/// </param>
public sealed record ConfigurationRecord(RecordKey Key, IReadOnlyDictionary<PropertyModel, object?> Values)
{
    /// <summary>The record as messages name it.</summary>
    public string Location => $"{Key.Table.Section} '{Key}'";
}
