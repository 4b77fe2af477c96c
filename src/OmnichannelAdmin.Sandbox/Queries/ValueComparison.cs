using System.Globalization;
using Microsoft.OData.Edm;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>Compares values as the database does: text without case, nulls before all else when sorting.</summary>
internal static class ValueComparison
{
    /// <summary>The value as filters and orders see it: a lookup is the id that it holds.</summary>
    public static object? Comparable(object? value) => value switch
    {
        RowReference reference => reference.Id,
        Date date => new DateTimeOffset(date.Year, date.Month, date.Day, 0, 0, 0, TimeSpan.Zero),
        _ => value,
    };

    /// <summary>Compares two values that are both there; null where their types do not compare.</summary>
    public static int? Compare(object left, object right)
    {
        if (left is string leftText && right is string rightText)
            return string.Compare(leftText, rightText, StringComparison.OrdinalIgnoreCase);
        if (left.GetType() == right.GetType())
            return ((IComparable)left).CompareTo(right);

        return left is IConvertible and not string && right is IConvertible and not string
            ? Convert.ToDecimal(left, CultureInfo.InvariantCulture)
                .CompareTo(Convert.ToDecimal(right, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Compares two values for sorting.</summary>
    public static int CompareForOrder(object? left, object? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);

        return Compare(left, right) ?? 0;
    }
}
