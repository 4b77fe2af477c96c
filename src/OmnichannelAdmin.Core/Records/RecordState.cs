namespace OmnichannelAdmin.Records;

/// <summary>The status of a row (column <c>statecode</c>).</summary>
public enum RecordState
{
    /// <summary>In use.</summary>
    Active = 0,

    /// <summary>Switched off.</summary>
    Inactive = 1,
}
