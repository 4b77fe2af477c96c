using System.Collections;
using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Cmdlets.Tests;

/// <summary>Compares rows as the sandbox stores them.</summary>
internal static class RowChanges
{
    // Every update moves these.
    private static readonly string[] Moving = ["modifiedon", "modifiedby", "versionnumber"];

    /// <summary>The columns in which two versions of a row differ.</summary>
    public static string[] Between(SandboxRow before, SandboxRow after) =>
    [
        .. from column in before.Values.Keys
           where !Moving.Contains(column) && Text(before[column]) != Text(after[column])
           orderby column
           select column,
    ];

    /// <summary>The columns that a change touches in the only row of a table.</summary>
    public static async Task<string[]> ColumnsChangedAsync(
        this EnvironmentUnderTest environment, string table, Guid id, Func<Task> change)
    {
        var before = Assert.IsType<SandboxRow>(environment.Organization.Rows.Find(table, id));
        await change();
        return Between(before, Assert.IsType<SandboxRow>(environment.Organization.Rows.Find(table, id)));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable list => string.Join(",", list.Cast<object>()),
        _ => value.ToString()!,
    };
}
