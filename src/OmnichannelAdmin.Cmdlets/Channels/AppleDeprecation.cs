using System.Runtime.CompilerServices;
using OmnichannelAdmin.Cmdlets.Pipeline;
using OmnichannelAdmin.Connections;

namespace OmnichannelAdmin.Cmdlets.Channels;

/// <summary>
/// Says once per connection that Apple Messages for Business is on its way out. Nothing is refused because of it.
/// </summary>
internal static class AppleDeprecation
{
    private const string Notice =
        "Microsoft takes no new businesses into Apple Messages for Business since 2026-07-17, "
        + "and its pages left the admin center "
        + "on 2026-09-30. What is set up now may not be taken into service.";

    private static readonly ConditionalWeakTable<OcConnection, object> Told = [];

    public static void WarnOnce(IOcPipeline pipeline, OcConnection connection)
    {
        if (Told.TryAdd(connection, Notice))
            pipeline.Warn(Notice);
    }
}
