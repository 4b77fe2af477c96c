using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>
/// Where a page ended. In URLs it is XML around XML, the inner one escaped as text: clients are to hand it back as it
/// is and read nothing into it.
/// </summary>
/// <param name="Page">The number of the page that follows, from 2.</param>
/// <param name="LastId">The id of the last row.</param>
/// <param name="LastValues">What ordered the last row.</param>
internal sealed record PagingCookie(int Page, Guid LastId, IReadOnlyList<object?> LastValues)
{
    private const string IdName = "id";

    /// <summary>The cookie after the last row of a page.</summary>
    public static PagingCookie After(Row last, RowOrder order, int page) =>
        new(page + 1, last.Id, order.ValuesOf(last));

    /// <summary>Reads a cookie.</summary>
    /// <exception cref="RefusedException">The text is no cookie of this order.</exception>
    public static PagingCookie Parse(string text, RowOrder order)
    {
        try
        {
            var outer = XElement.Parse(text);
            var inner = XElement.Parse(Uri.UnescapeDataString(Uri.UnescapeDataString(Required(outer, "pagingcookie"))));
            var values = inner.Elements().Where(element => element.Name != IdName).Select(ReadValue).ToList();
            if (values.Count != order.Keys.Count)
                throw Malformed("it belongs to a query with another $orderby");

            return new PagingCookie(
                int.Parse(Required(outer, "pagenumber"), NumberStyles.None, CultureInfo.InvariantCulture),
                Guid.Parse(Required(inner.Element(IdName) ?? throw Malformed("it names no last row"), "last")),
                values);
        }
        catch (Exception exception) when (exception is XmlException or FormatException or OverflowException)
        {
            throw Malformed(exception.Message);
        }
    }

    /// <summary>The text that goes, escaped, into $skiptoken.</summary>
    public string Write(RowOrder order)
    {
        var inner = new XElement("cookie", new XAttribute("page", Page - 1));
        for (var index = 0; index < LastValues.Count; index++)
            inner.Add(WriteValue(order.Keys[index].Name, LastValues[index]));
        inner.Add(new XElement(IdName, new XAttribute("last", LastId.ToString("B").ToUpperInvariant())));

        var escaped = Uri.EscapeDataString(Uri.EscapeDataString(inner.ToString(SaveOptions.DisableFormatting)));
        return new XElement(
            "cookie",
            new XAttribute("pagenumber", Page),
            new XAttribute("pagingcookie", escaped),
            new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);
    }

    private static XElement WriteValue(string name, object? value)
    {
        var element = new XElement(name);
        if (value is not null)
        {
            element.Add(
                new XAttribute("type", value.GetType().Name),
                new XAttribute("last", value is DateTimeOffset time
                    ? time.ToString("O", CultureInfo.InvariantCulture)
                    : Convert.ToString(value, CultureInfo.InvariantCulture)!));
        }

        return element;
    }

    private static object? ReadValue(XElement element)
    {
        if (element.Attribute("last")?.Value is not { } text)
            return null;

        return element.Attribute("type")?.Value switch
        {
            nameof(String) => text,
            nameof(Int32) => int.Parse(text, CultureInfo.InvariantCulture),
            nameof(Int64) => long.Parse(text, CultureInfo.InvariantCulture),
            nameof(Boolean) => bool.Parse(text),
            nameof(Guid) => Guid.Parse(text),
            nameof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            _ => throw Malformed($"'{element.Name}' has no type"),
        };
    }

    private static string Required(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw Malformed($"'{element.Name}' has no '{name}'");

    private static RefusedException Malformed(string why) => RefusedException.BadRequest(
        ErrorCodes.InvalidArgument,
        $"The paging cookie in $skiptoken cannot be read: {why}. Follow @odata.nextLink as it is.");
}
