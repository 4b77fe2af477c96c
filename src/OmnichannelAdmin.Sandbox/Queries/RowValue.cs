using OmnichannelAdmin.Sandbox.Rows;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>Works a value out of a row; null stands for SQL's "unknown" as well.</summary>
internal delegate object? RowValue(Row row);
