namespace OmnichannelAdmin.Sandbox.Faults;

/// <summary>What a fault does to a request.</summary>
public enum FaultKind
{
    /// <summary>The request is answered with an error; nothing is read or written.</summary>
    Answer,

    /// <summary>The request is answered as usual, but late.</summary>
    Delay,

    /// <summary>The connection breaks before the request is carried out.</summary>
    CutBeforeWrite,

    /// <summary>The request is carried out, and the connection breaks before its answer.</summary>
    CutAfterWrite,

    /// <summary>The request is carried out, and its answer ends in the middle of the body.</summary>
    TruncateBody,

    /// <summary>The request is answered with HTML, as by a proxy in between; nothing is read or written.</summary>
    NonJsonBody,
}
