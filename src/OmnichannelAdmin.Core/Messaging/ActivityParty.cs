namespace OmnichannelAdmin.Messaging;

/// <summary>Who an activity is from or for.</summary>
/// <param name="Id">The id, or null.</param>
/// <param name="Name">The name, or null.</param>
public sealed record ActivityParty(string? Id, string? Name)
{
    /// <summary>The name, or the id where there is no name.</summary>
    public override string ToString() => Name ?? Id ?? "";
}
