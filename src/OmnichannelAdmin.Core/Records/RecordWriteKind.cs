namespace OmnichannelAdmin.Records;

/// <summary>What a write does.</summary>
public enum RecordWriteKind
{
    /// <summary>Makes a row.</summary>
    Create,

    /// <summary>Changes columns of a row.</summary>
    Update,

    /// <summary>Removes a row.</summary>
    Delete,

    /// <summary>Joins two rows of a many-to-many relationship.</summary>
    Link,

    /// <summary>Parts two rows of a many-to-many relationship.</summary>
    Unlink,
}
