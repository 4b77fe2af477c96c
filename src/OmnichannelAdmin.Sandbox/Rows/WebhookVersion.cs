using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>
/// Remembers at which version a channel's webhook last changed, in a column that no client sees. The subject of its
/// federated credential follows from it.
/// </summary>
internal static class WebhookVersion
{
    /// <summary>The hidden column of the channel's table.</summary>
    public const string Column = "sandbox_webhookversion";

    private static readonly string[] WebhookColumns = ["msdyn_webhookurl", "msdyn_appid", "msdyn_tenantid"];

    /// <summary>Moves the version when the webhook is not what it was.</summary>
    public static void Note(Table table, Row? before, object?[] values, long version)
    {
        if (table.FindColumn(Column) is not { } column)
            return;

        var changed = before is null || WebhookColumns
            .Select(table.Column)
            .Any(webhook => !Equals(before[webhook], values[webhook.Ordinal]));
        if (changed)
            values[column.Ordinal] = version;
    }
}
