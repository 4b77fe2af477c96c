using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Queries;

/// <summary>What of a row is answered.</summary>
/// <param name="Columns">The columns; the row's own id is always among them.</param>
/// <param name="Expansions">The navigation properties.</param>
/// <param name="Text">The properties as the context URL names them, or empty for all.</param>
internal sealed record Selection(
    IReadOnlyList<Column> Columns, IReadOnlyList<Expansion> Expansions, string Text);
