namespace OmnichannelAdmin;

/// <summary>A value was refused before anything was sent.</summary>
public sealed class OcValidationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="field">
    /// What was refused, as the caller knows it: a parameter, a property, a column of a file.
    /// </param>
    /// <param name="rule">The broken rule's stable id in PascalCase, such as <c>EnvironmentUrlNotHttps</c>.</param>
    /// <param name="message">What is wrong and what to do, for people. It never repeats a secret.</param>
    public OcValidationException(string field, string rule, string message)
        : base(message)
    {
        Field = field;
        Rule = rule;
    }

    /// <summary>What was refused, as the caller knows it.</summary>
    public string Field { get; }

    /// <summary>The broken rule's stable id in PascalCase.</summary>
    public string Rule { get; }
}
