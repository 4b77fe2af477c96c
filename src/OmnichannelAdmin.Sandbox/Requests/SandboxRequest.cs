namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>A request, or an operation of a batch, as the sandbox reads it.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Url">The absolute URL.</param>
/// <param name="Headers">The headers, by name without case.</param>
/// <param name="Body">The body; empty when there is none.</param>
internal sealed record SandboxRequest(
    string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The preferences of the Prefer header.</summary>
    public Preferences Preferences => _preferences ??= Preferences.Parse(Header("Prefer"));

    private Preferences? _preferences;
}
