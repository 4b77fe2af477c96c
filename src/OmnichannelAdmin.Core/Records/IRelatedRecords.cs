namespace OmnichannelAdmin.Records;

/// <summary>The records that others point at, as they are or as a plan would leave them.</summary>
public interface IRelatedRecords
{
    /// <summary>The record that a reference points at, or null when there is none of that class.</summary>
    T? Find<T>(RecordReference? reference)
        where T : OcRecord;
}
