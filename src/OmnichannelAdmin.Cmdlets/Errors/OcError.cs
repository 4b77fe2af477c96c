using System.Management.Automation;

namespace OmnichannelAdmin.Cmdlets.Errors;

/// <summary>An error as the user will see it, before it becomes the engine's record.</summary>
/// <param name="Exception">The cause; its message is the text.</param>
/// <param name="Id">The stable id, listed in docs/errors.md.</param>
/// <param name="Category">The engine's category.</param>
/// <param name="Target">What the user gave that the error is about.</param>
/// <param name="Advice">What to do, or null where the message says it.</param>
/// <param name="IsTerminating">Whether nothing else of the command can work either.</param>
public sealed record OcError(
    Exception Exception, string Id, ErrorCategory Category, object? Target, string? Advice =
        null, bool IsTerminating = false)
{
    /// <summary>The engine's own form of the error.</summary>
    public ErrorRecord ToRecord()
    {
        var record = new ErrorRecord(Exception, Id, Category, Target);
        if (Advice is not null)
            record.ErrorDetails = new ErrorDetails(Exception.Message) { RecommendedAction = Advice };

        return record;
    }
}
