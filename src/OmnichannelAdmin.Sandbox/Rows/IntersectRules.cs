using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>What may be done to the rows of a many-to-many relationship: they are read, not written.</summary>
internal static class IntersectRules
{
    /// <summary>Refuses to write a row of such a table. The facts have the code and no status for it.</summary>
    /// <exception cref="RefusedException">The table is one of them.</exception>
    public static void RefuseWrite(Table table, string message)
    {
        if (!table.IsIntersect)
            return;

        throw RefusedException.BadRequest(
            ErrorCodes.EntityDoesNotSupportMessage,
            $"The '{message}' method does not support entities of type '{table}': link and unlink rows by $ref.");
    }
}
