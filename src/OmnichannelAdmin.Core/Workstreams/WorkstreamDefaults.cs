using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Workstreams;

/// <summary>What the admin center fills in for a new workstream.</summary>
public static class WorkstreamDefaults
{
    /// <summary>How many units of capacity a conversation takes.</summary>
    public const int Capacity = 30;

    /// <summary>Gives a new workstream the admin center's defaults where nothing else was given.</summary>
    public static void Fill(RecordValues values)
    {
        Default(values, nameof(Workstream.Mode), WorkstreamMode.Simplified);
        Default(values, nameof(Workstream.WorkDistributionMode), WorkDistributionMode.Push);
        Default(values, nameof(Workstream.CapacityFormat), CapacityFormat.UnitBased);
        if (values[nameof(Workstream.CapacityFormat)] is CapacityFormat.UnitBased)
            Default(values, nameof(Workstream.Capacity), Capacity);

        if (values[nameof(Workstream.StreamSource)] is StreamSource source
            && AutoCloseAfterInactivity(source) is { } minutes)
            Default(values, nameof(Workstream.AutoCloseAfterInactivity), minutes);
    }

    /// <summary>
    /// After how many minutes without activity a conversation is closed, or null where no default is known.
    /// </summary>
    public static int? AutoCloseAfterInactivity(StreamSource source) => source switch
    {
        StreamSource.LiveChat => 5,
        StreamSource.EntityRecords => 1440,
        StreamSource.Custom or StreamSource.Sms or StreamSource.MicrosoftTeams => 2880,
        StreamSource.WhatsApp or StreamSource.Line or StreamSource.WeChat or StreamSource.Facebook => 2880,
        StreamSource.Twitter or StreamSource.AppleMessagesForBusiness or StreamSource.GoogleBusinessMessages => 2880,
        _ => null,
    };

    private static void Default(RecordValues values, string property, object value)
    {
        if (!values.Has(property))
            values[property] = value;
    }
}
