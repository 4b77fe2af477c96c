namespace OmnichannelAdmin.Dataverse;

/// <summary>A wait before an attempt.</summary>
/// <param name="Duration">How long it will take.</param>
/// <param name="Reason">Why, in words for a person.</param>
/// <param name="NextAttempt">The number of the attempt that follows.</param>
public sealed record RequestWait(TimeSpan Duration, string Reason, int NextAttempt);
