namespace OmnichannelAdmin.Journal;

/// <summary>What a recorded change does.</summary>
public enum ChangeKind
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

    /// <summary>
    /// A request of the user's own, of which nobody knows all that it changes. It cannot be taken back.
    /// </summary>
    Request,
}
