namespace OmnichannelAdmin.Journal;

/// <summary>A write that a user sent as a request of their own, with Invoke-OcRequest.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the root of the Web API, without its query.</param>
/// <param name="Withheld">
/// The names of what the body held beside columns that the module writes. Their values may be secrets and are kept
/// nowhere.
/// </param>
public sealed record RecordedRequest(string Method, string Path, IReadOnlyList<string> Withheld)
{
    /// <summary>The method and the path.</summary>
    public override string ToString() => $"{Method} {Path}";
}
