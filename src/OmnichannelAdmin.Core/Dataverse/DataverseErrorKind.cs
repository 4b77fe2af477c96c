namespace OmnichannelAdmin.Dataverse;

/// <summary>What sort of failure an error is, so that a caller can act without knowing every code.</summary>
public enum DataverseErrorKind
{
    /// <summary>Nothing more is known.</summary>
    Unknown,

    /// <summary>No token was accepted, or the identity does not exist in the environment.</summary>
    NotSignedIn,

    /// <summary>The identity lacks a right.</summary>
    PermissionDenied,

    /// <summary>The row, table or function does not exist.</summary>
    NotFound,

    /// <summary>A row with the same key or unique value exists already.</summary>
    AlreadyExists,

    /// <summary>The row has changed since it was read.</summary>
    Conflict,

    /// <summary>An argument of the request is wrong.</summary>
    InvalidArgument,

    /// <summary>The data does not fit the table.</summary>
    InvalidData,

    /// <summary>The state of the environment does not allow the operation.</summary>
    NotAllowed,

    /// <summary>The table or the environment does not know the operation.</summary>
    NotSupported,

    /// <summary>The environment asks for fewer or slower requests.</summary>
    Throttled,

    /// <summary>The request is too large.</summary>
    TooLarge,

    /// <summary>Another operation holds what this one needs.</summary>
    Busy,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>The environment cannot serve at present.</summary>
    Unavailable,

    /// <summary>The connection could not be made or broke.</summary>
    ConnectionFailed,

    /// <summary>The environment failed by itself.</summary>
    ServerFault,

    /// <summary>The answer is none that the Web API gives: a redirect, an HTML page, a link to elsewhere.</summary>
    UnexpectedAnswer,
}
