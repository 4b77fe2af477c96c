namespace OmnichannelAdmin.Records;

/// <summary>
/// Says which table an <see cref="InstanceAttribute"/> points at where another property has a certain choice.
/// </summary>
/// <param name="choice">The choice.</param>
/// <param name="target">The record class of the rows it then points at.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class InstanceOfAttribute(object choice, Type target) : Attribute
{
    /// <summary>The choice.</summary>
    public object Choice { get; } = choice;

    /// <summary>The record class of the rows it then points at.</summary>
    public Type Target { get; } = target;
}
