using OmnichannelAdmin.Sandbox.Requests;
using OmnichannelAdmin.Sandbox.Schema;

namespace OmnichannelAdmin.Sandbox.Rows;

/// <summary>
/// State and the reason behind it move together. Every table of the facts with both has the platform's own pairs:
/// Active (0) with reason 1, Inactive (1) with reason 2.
/// </summary>
internal static class StateRules
{
    private const int FirstReason = 1;

    /// <summary>Gives a row the half of the pair that was not given.</summary>
    /// <exception cref="RefusedException">Both were given and do not belong together.</exception>
    public static void Complete(Table table, object?[] values, bool stateGiven, bool statusGiven)
    {
        if (table.State is not { } state || table.Status is not { } status)
            return;

        if (statusGiven)
            CheckPair(table, values, state, status);
        else if (stateGiven)
            values[status.Ordinal] = (int)values[state.Ordinal]! + FirstReason;
    }

    private static void CheckPair(Table table, object?[] values, Column state, Column status)
    {
        var stateValue = (int)values[state.Ordinal]!;
        var statusValue = (int)values[status.Ordinal]!;
        if (stateValue + FirstReason == statusValue)
            return;

        throw RefusedException.BadRequest(
            ErrorCodes.InvalidStateCodeStatusCode,
            $"{statusValue} is not a valid status code for the state code {stateValue} of table '{table}'.");
    }
}
