using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.SignIn;

namespace OmnichannelAdmin.Checks;

/// <summary>
/// Makes checks one after the other and keeps what they find. One that cannot be made is one that failed.
/// </summary>
public sealed class CheckList
{
    private readonly List<OcCheck> _checks = [];

    /// <summary>The checks so far.</summary>
    public IReadOnlyList<OcCheck> Checks => [.. _checks];

    /// <summary>Makes a check.</summary>
    /// <param name="name">The check's name.</param>
    /// <param name="check">The check.</param>
    /// <returns>Whether it did not fail, so that checks that build on it make sense.</returns>
    public async Task<bool> RunAsync(string name, Func<Task<CheckVerdict>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var verdict = await JudgeAsync(check).ConfigureAwait(false);
        Add(name, verdict);
        return verdict.Outcome != CheckOutcome.Failed;
    }

    /// <summary>Notes a check that needs nothing to be waited for.</summary>
    public void Add(string name, CheckVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        _checks.Add(new OcCheck(name, verdict.Outcome, verdict.Detail, verdict.Advice));
    }

    /// <summary>Notes checks that make no sense because of another one.</summary>
    public void Skip(string detail, params IEnumerable<string> names)
    {
        foreach (var name in names)
            Add(name, CheckVerdict.Skipped(detail));
    }

    /// <summary>What the checks found.</summary>
    /// <param name="subject">What was tested, as people know it.</param>
    /// <param name="environment">The environment that it is in, or null for a thing outside of any.</param>
    /// <param name="time">The clock.</param>
    public OcTestResult ResultFor(string subject, Uri? environment, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return new OcTestResult
        {
            Subject = subject,
            Environment = environment,
            Checks = Checks,
            TestedOn = time.GetUtcNow(),
        };
    }

    private static async Task<CheckVerdict> JudgeAsync(Func<Task<CheckVerdict>> check)
    {
        try
        {
            return await check().ConfigureAwait(false);
        }
        catch (DataverseException e)
        {
            return CheckVerdict.Failed(
                e.Message, e.Advice ?? "Look the message up, with the request id, at whoever runs the environment.");
        }
        catch (SignInException e)
        {
            return CheckVerdict.Failed(e.Message, "Connect again with Connect-OcEnvironment.");
        }
    }
}
