using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Journal;

/// <summary>Tells which journal is meant.</summary>
internal static class JournalPath
{
    /// <exception cref="OcValidationException">None is known.</exception>
    public static string Of(string? given, OcConnection? connection) => given ?? connection?.JournalPath
        ?? throw new OcValidationException(
            "Path", "JournalUnknown",
            "Which journal is meant? Give -Path, or connect with Connect-OcEnvironment -JournalPath.");
}
