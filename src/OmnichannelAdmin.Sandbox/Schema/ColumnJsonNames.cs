using System.Text.Json;

namespace OmnichannelAdmin.Sandbox.Schema;

/// <summary>The JSON names of a column's property and of its annotations, encoded once for all rows.</summary>
internal sealed class ColumnJsonNames
{
    public ColumnJsonNames(Column column)
    {
        Property = JsonEncodedText.Encode(column.PropertyName);
        FormattedValue = JsonEncodedText.Encode($"{column.PropertyName}@{AnnotationNames.FormattedValue}");
        LookupLogicalName = JsonEncodedText.Encode($"{column.PropertyName}@{AnnotationNames.LookupLogicalName}");
        AssociatedNavigationProperty =
            JsonEncodedText.Encode($"{column.PropertyName}@{AnnotationNames.AssociatedNavigationProperty}");
    }

    public JsonEncodedText Property { get; }

    public JsonEncodedText FormattedValue { get; }

    public JsonEncodedText LookupLogicalName { get; }

    public JsonEncodedText AssociatedNavigationProperty { get; }
}
