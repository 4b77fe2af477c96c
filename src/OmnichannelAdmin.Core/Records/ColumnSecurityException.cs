using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Records;

/// <summary>
/// The environment refused a secured column: the signed-in user is in no column security profile that allows it.
/// </summary>
public sealed class ColumnSecurityException : Exception
{
    private ColumnSecurityException(string message, DataverseException inner)
        : base(message, inner)
    {
    }

    /// <summary>
    /// Makes the exception when an error is about a secured column of a write; null when it is about something else.
    /// </summary>
    /// <param name="write">The write that was refused.</param>
    /// <param name="error">The server's error.</param>
    public static ColumnSecurityException? Of(RecordWrite write, DataverseException error)
    {
        if (RightOf(error.Code) is not { } right)
            return null;

        string[] columns =
        [
            .. write.Changes.Where(change => change.Column.Declaration.IsSecret)
                .Select(change => $"{change.Column.Name} ({change.Column.Declaration.Column})"),
        ];
        if (columns.Length == 0)
            return null;

        var noun = columns.Length == 1 ? "column" : "columns";
        return new ColumnSecurityException(
            $"You may not {right.ToLowerInvariant()} the secured {noun} {string.Join(", ", columns)} of "
            + $"{write.Table.DisplayName} "
            + $"'{write.Label}'. Ask a system administrator for a column security profile that allows {right} on "
            + $"the {noun} of the table "
            + $"{write.Table.LogicalName}; there is no such profile in a new environment.",
            error);
    }

    private static string? RightOf(DataverseErrorCode? code)
    {
        if (code == DataverseErrorCodes.AttributePrivilegeCreateIsMissing)
            return "Create";
        if (code == DataverseErrorCodes.AttributePermissionUpdateIsMissingDuringUpdate)
            return "Update";

        return code == DataverseErrorCodes.AttributePermissionReadIsMissing ? "Read" : null;
    }
}
