namespace OmnichannelAdmin.Dataverse;

/// <summary>What is known of an error code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The platform's name of it, or null where none is published.</param>
/// <param name="Kind">The sort of failure.</param>
/// <param name="Advice">What an administrator can do about it.</param>
/// <param name="IsTransient">Whether the same request may succeed later.</param>
public sealed record DataverseErrorInfo(
    DataverseErrorCode Code, string? Name, DataverseErrorKind Kind, string Advice, bool IsTransient);
