using OmnichannelAdmin.Dataverse;

namespace OmnichannelAdmin.Workstreams;

/// <summary>Ways to ask for workstreams.</summary>
public static class WorkstreamQuery
{
    private const string StreamSource = "msdyn_streamsource";

    // Entity records, voice, video, co-browsing, screen sharing and voice calls.
    private static readonly int[] NoMessages = [192350000, 192370000, 192380000, 192390000, 192400000, 192440000];

    /// <summary>Workstreams that route messages, whichever channel they come from.</summary>
    public static ODataFilter Messaging { get; } =
        ODataFilter.And([.. NoMessages.Select(source => ODataFilter.NotEqual(StreamSource, source))]);
}
