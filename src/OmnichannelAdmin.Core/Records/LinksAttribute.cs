namespace OmnichannelAdmin.Records;

/// <summary>
/// Binds a property to a many-to-many relationship. The property is a list of <see cref="RecordReference"/>: the rows
/// at the other end, which are read along with the record and written as links and unlinks of their own.
/// </summary>
/// <param name="navigation">The collection-valued navigation property.</param>
/// <param name="target">The record class of the rows at the other end.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinksAttribute(string navigation, Type target) : Attribute
{
    /// <summary>The collection-valued navigation property.</summary>
    public string Navigation { get; } = navigation;

    /// <summary>The record class of the rows at the other end.</summary>
    public Type Target { get; } = target;
}
