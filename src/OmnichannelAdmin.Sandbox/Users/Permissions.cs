using System.Net;
using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Users;

/// <summary>What the caller of a request may do.</summary>
internal sealed class Permissions
{
    /// <summary>The permissions of the sandbox itself: all.</summary>
    public static readonly Permissions All = new("the sandbox", (_, _) => true, (_, _, _) => true);

    private readonly string _who;
    private readonly Func<TableAction, Table, bool> _tables;
    private readonly Func<ColumnAction, Table, Column, bool> _columns;

    /// <param name="who">Whom a refusal names.</param>
    /// <param name="tables">What is allowed on a table.</param>
    /// <param name="columns">What is allowed on a secured column.</param>
    public Permissions(
        string who, Func<TableAction, Table, bool> tables, Func<ColumnAction, Table, Column, bool> columns)
    {
        _who = who;
        _tables = tables;
        _columns = columns;
    }

    /// <summary>The permissions that both have: those of somebody who acts on behalf of another.</summary>
    public Permissions And(Permissions other) => new(
        $"{_who} on behalf of {other._who}",
        (action, table) => _tables(action, table) && other._tables(action, table),
        (action, table, column) => _columns(action, table, column) && other._columns(action, table, column));

    /// <summary>Demands a privilege on a table.</summary>
    /// <exception cref="RefusedException">The caller lacks it.</exception>
    public void Demand(TableAction action, Table table)
    {
        if (_tables(action, table))
            return;

        throw new RefusedException(
            HttpStatusCode.Forbidden,
            ErrorCodes.PrivilegeDenied,
            $"Principal {_who} is missing prv{action}{table.SchemaName} privilege for table '{table}'.");
    }

    /// <summary>Whether the caller sees a column's values; those of a column that it may not read are null.</summary>
    public bool CanRead(Table table, Column column) => !column.Secured || _columns(ColumnAction.Read, table, column);

    /// <summary>Demands permission on a column; every caller has it on one that is not secured.</summary>
    /// <exception cref="RefusedException">The caller lacks it.</exception>
    public void Demand(ColumnAction action, Table table, Column column, string code)
    {
        if (!column.Secured || _columns(action, table, column))
            return;

        throw new RefusedException(
            HttpStatusCode.Forbidden,
            code,
            $"Principal {_who} has no permission to {VerbOf(action)} the secured column '{column}' of table '{table}': "
                + "it needs a column security profile.");
    }

    private static string VerbOf(ColumnAction action) => action switch
    {
        ColumnAction.Read => "read",
        ColumnAction.Create => "set",
        _ => "update",
    };
}
