namespace OmnichannelAdmin.Configuration;

/// <summary>How far the carrying out of a plan is.</summary>
/// <param name="Done">How many changes have been carried out.</param>
/// <param name="Total">How many there are.</param>
public sealed record PlanProgress(int Done, int Total);
