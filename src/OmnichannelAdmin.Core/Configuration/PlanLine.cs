namespace OmnichannelAdmin.Configuration;

/// <summary>A line of a printed plan.</summary>
/// <param name="Mark"><c>+</c> for what comes, <c>~</c> for what changes, <c>-</c> for what goes, a space for the
/// rest.</param>
/// <param name="Text">The whole line, mark and indentation included.</param>
public sealed record PlanLine(char Mark, string Text)
{
    /// <summary>The line.</summary>
    public override string ToString() => Text;
}
