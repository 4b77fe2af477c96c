namespace OmnichannelAdmin.Cmdlets.Binding;

/// <summary>Texts by name, as a hashtable gave them.</summary>
/// <param name="Texts">The texts.</param>
public sealed record TextMap(IReadOnlyDictionary<string, string> Texts);
