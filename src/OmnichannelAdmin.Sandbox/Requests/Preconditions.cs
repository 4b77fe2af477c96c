using System.Net;
using OmnichannelAdmin.Sandbox.Rows;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>If-Match and If-None-Match.</summary>
internal static class Preconditions
{
    private const string Any = "*";

    /// <summary>Checks a write to a row that may be missing.</summary>
    /// <exception cref="RefusedException">The row is not as the request demands.</exception>
    public static void Check(RequestScope scope, SandboxRequest request, Table table, Guid id, Row? row)
    {
        var ifMatch = request.Header("If-Match");
        if (row is null)
        {
            if (ifMatch is not null)
                throw RefusedException.RowMissing(table.LogicalName, id);
            return;
        }

        // The code of a forbidden update is not in the facts; what the platform says is "a record with matching key
        // values already exists", and the code of that is DuplicateRecord.
        if (request.Header("If-None-Match") == Any)
        {
            throw new RefusedException(
                HttpStatusCode.PreconditionFailed,
                ErrorCodes.DuplicateRecord,
                $"A record with matching key values already exists: '{table}' {id}.");
        }

        if (ifMatch is null or Any)
            return;

        CheckVersion(scope, ifMatch, row);
    }

    /// <summary>Whether the caller has the row as it is, so that a GET need not repeat it.</summary>
    public static bool IsUnchanged(SandboxRequest request, Row row) => request.Header("If-None-Match") == row.Etag;

    private static void CheckVersion(RequestScope scope, string ifMatch, Row row)
    {
        var table = row.Table.LogicalName;
        if (scope.Organization.Settings.TablesWithoutOptimisticConcurrency.Contains(table))
        {
            throw RefusedException.BadRequest(
                ErrorCodes.OptimisticConcurrencyNotEnabled,
                $"Table '{table}' is not enabled for optimistic concurrency.");
        }

        if (ifMatch != row.Etag)
        {
            throw new RefusedException(
                HttpStatusCode.PreconditionFailed,
                ErrorCodes.ConcurrencyVersionMismatch,
                $"The version of '{table}' {row.Id} does not match: the request has {ifMatch}, the row {row.Etag}.");
        }
    }
}
