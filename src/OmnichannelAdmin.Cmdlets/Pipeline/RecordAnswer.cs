namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>When a writing cmdlet answers with the record.</summary>
public enum RecordAnswer
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When it was written.</summary>
    WhenWritten,

    /// <summary>When it was written, and as it would be under -WhatIf.</summary>
    AlsoWhenOnlyAsked,
}
