namespace OmnichannelAdmin.Configuration;

/// <summary>Something that is wrong with a configuration.</summary>
/// <param name="Location">Where: the section, the record and the property, as far as they are known.</param>
/// <param name="Text">What is wrong and what to do, as a sentence.</param>
public sealed record ConfigurationProblem(string Location, string Text)
{
    /// <summary>The place and the sentence.</summary>
    public override string ToString() => $"{Location}: {Text}";
}
