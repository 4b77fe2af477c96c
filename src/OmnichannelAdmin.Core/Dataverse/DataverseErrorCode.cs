using System.Globalization;

namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// A Dataverse error code. Servers write it as hex in either case or as a signed decimal, so it is compared as a
/// number.
/// </summary>
/// <param name="Value">The code as the signed number that the platform uses.</param>
public readonly record struct DataverseErrorCode(int Value)
{
    /// <summary>Reads a code as the server writes it. "" and zero in any spelling are no code.</summary>
    /// <returns>The code, or null when the text holds none.</returns>
    public static DataverseErrorCode? Parse(string? text)
    {
        var value = ParseNumber(text?.Trim());
        return value is null or 0 ? null : new DataverseErrorCode(value.Value);
    }

    /// <summary>The code as documentation writes it: 0x and eight hex digits.</summary>
    public override string ToString() => $"0x{Value:x8}";

    private static int? ParseNumber(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return uint.TryParse(
                text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex)
                ? unchecked((int)hex)
                : null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= int.MinValue and <= uint.MaxValue
            ? unchecked((int)number)
            : null;
    }
}
