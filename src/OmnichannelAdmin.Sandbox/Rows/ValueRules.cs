using System.Globalization;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>The rules that a single value must keep: length, range, set of choices, characters.</summary>
internal static class ValueRules
{
    /// <summary>Checks a value that is not null.</summary>
    /// <exception cref="RefusedException">It breaks a rule of its column.</exception>
    public static void Check(Table table, Column column, object value)
    {
        switch (column.Type)
        {
            case ColumnType.String or ColumnType.Memo or ColumnType.EntityName:
                CheckText(table, column, (string)value);
                break;
            case ColumnType.Integer:
                CheckNumber(table, column, (int)value);
                break;
            case ColumnType.Picklist or ColumnType.State or ColumnType.Status:
                CheckChoice(table, column, (int)value);
                break;
            case ColumnType.MultiSelectPicklist:
                CheckChoices(table, column, (string)value);
                break;
        }
    }

    private static void CheckText(Table table, Column column, string text)
    {
        if (text.Length > column.MaxLength)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.StringLengthTooLong,
                $"Column '{column}' of table '{table}' takes at most {column.MaxLength} characters; "
                    + $"the value has {text.Length}.");
        }

        if (text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n')))
        {
            throw RefusedException.BadRequest(
                ErrorCodes.InvalidCharactersInField,
                $"The value of column '{column}' of table '{table}' holds a control character.");
        }
    }

    // The facts name no code of its own for a number out of range, so the general "invalid argument" answers.
    private static void CheckNumber(Table table, Column column, int number)
    {
        if (number < column.MinValue || number > column.MaxValue)
        {
            throw RefusedException.BadRequest(
                ErrorCodes.InvalidArgument,
                $"Column '{column}' of table '{table}' takes {column.MinValue} to {column.MaxValue}; "
                    + $"the value is {number}.");
        }
    }

    private static void CheckChoice(Table table, Column column, int value)
    {
        if (column.Options.Count == 0 || column.Options.ContainsKey(value))
            return;

        throw RefusedException.BadRequest(
            ErrorCodes.PicklistValueOutOfRange,
            $"The value {value} of column '{column}' of table '{table}' is outside its choice. "
                + $"Accepted values: {string.Join(", ", column.Options.Keys)}.");
    }

    private static void CheckChoices(Table table, Column column, string values)
    {
        foreach (var part in values.Split(','))
        {
            if (!int.TryParse(part.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                throw RefusedException.BadRequest(
                    ErrorCodes.BadPayload,
                    $"Column '{column}' of table '{table}' takes numbers with commas between them; "
                        + $"'{part.Trim()}' is no number.");
            }

            CheckChoice(table, column, value);
        }
    }
}
