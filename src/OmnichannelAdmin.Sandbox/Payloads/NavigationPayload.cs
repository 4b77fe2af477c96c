namespace OmnichannelAdmin.Sandbox.Payloads;

/// <summary>What a body says about a navigation property; with neither links nor rows it empties it.</summary>
/// <param name="Name">The navigation property.</param>
internal sealed record NavigationPayload(string Name)
{
    /// <summary>The rows to point at, by URL.</summary>
    public List<Uri> Links { get; } = [];

    /// <summary>The rows to create and point at.</summary>
    public List<RowPayload> Rows { get; } = [];
}
