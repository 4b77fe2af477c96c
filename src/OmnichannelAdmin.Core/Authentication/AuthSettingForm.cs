namespace OmnichannelAdmin.Authentication;

/// <summary>What a setting of one type for one kind of channel consists of.</summary>
/// <param name="Channel">The kind of channel.</param>
/// <param name="Type">The type.</param>
/// <param name="Needs">The properties that it must have.</param>
/// <param name="MayHave">The properties that it can have as well.</param>
internal sealed record AuthSettingForm(
    AuthChannelType Channel, AuthenticationType Type, IReadOnlyList<string> Needs, IReadOnlyList<string> MayHave)
{
    /// <summary>All properties that it takes.</summary>
    public IEnumerable<string> Properties => Needs.Concat(MayHave);

    /// <summary>Whether it takes a property.</summary>
    public bool Takes(string property) => Needs.Contains(property) || MayHave.Contains(property);

    /// <summary>The type and the kind of channel.</summary>
    public override string ToString() => $"{Type} for {Channel}";
}
