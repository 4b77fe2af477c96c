using System.Xml.Linq;

namespace OmnichannelAdmin.Build;

/// <summary>
/// The properties of each type that PowerShell shows by itself, made of the type's list view. A script that writes
/// objects of several types gets tables for the first type alone; for the others the engine passes the views over and
/// lists these properties, or, when there are none, every property there is.
/// </summary>
internal static class DefaultProperties
{
    /// <summary>The types file, made of the format file.</summary>
    public static XDocument Of(XDocument format) => new(
        new XElement("Types", format.Descendants("View").Where(view => view.Element("ListControl") is not null)
            .SelectMany(TypesOf)));

    private static IEnumerable<XElement> TypesOf(XElement view) =>
        view.Descendants("TypeName").Select(type => new XElement(
            "Type",
            new XElement("Name", type.Value),
            new XElement("Members", MemberSet(view.Descendants("ListItem").Select(NameOf)))));

    private static XElement MemberSet(IEnumerable<string> properties) => new(
        "MemberSet",
        new XElement("Name", "PSStandardMembers"),
        new XElement("Members", new XElement(
            "PropertySet",
            new XElement("Name", "DefaultDisplayPropertySet"),
            new XElement("ReferencedProperties", properties.Select(property => new XElement("Name", property))))));

    // What is not a property as it stands has the property's name as its label.
    private static string NameOf(XElement item) => (item.Element("PropertyName") ?? item.Element("Label")!).Value;
}
