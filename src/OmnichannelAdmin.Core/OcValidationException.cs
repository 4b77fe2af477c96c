namespace OmnichannelAdmin;

/// <summary>A value was refused before anything was sent.</summary>
public sealed class OcValidationException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="field">What was given the value, as the user knows it: a parameter or a property.</param>
    /// <param name="rule">The stable id of the rule, in PascalCase, such as <c>WebhookUrlHasQuery</c>.</param>
    /// <param name="message">What is wrong and what to do, naming field and rule in words.</param>
    public OcValidationException(string field, string rule, string message)
        : base(message)
    {
        Field = field;
        Rule = rule;
    }

    /// <summary>What was given the value, as the user knows it.</summary>
    public string Field { get; }

    /// <summary>The stable id of the rule.</summary>
    public string Rule { get; }
}
