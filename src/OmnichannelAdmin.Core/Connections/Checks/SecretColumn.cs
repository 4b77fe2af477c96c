using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Connections.Checks;

/// <summary>A column that holds a secret.</summary>
internal sealed record SecretColumn(TableModel Table, ColumnModel Column)
{
    /// <summary>Table and column, as the platform names them.</summary>
    public override string ToString() => $"{Table.LogicalName}.{Column.Declaration.Column}";
}
