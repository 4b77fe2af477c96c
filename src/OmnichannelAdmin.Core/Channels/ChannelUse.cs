using OmnichannelAdmin.Dataverse;
using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Channels;

/// <summary>Which channels use a record, so that nobody removes it unawares.</summary>
public static class ChannelUse
{
    /// <summary>
    /// The channels that authenticate by a setting, as <c>Apple Messages for Business account 'Contoso'</c>.
    /// </summary>
    public static async Task<IReadOnlyList<string>> OfAuthSettingAsync(
        RecordStore store, Guid setting, CancellationToken cancellationToken) =>
    [
        .. await FindAsync<AppleAccount>(
            store, setting, cancellationToken,
            nameof(AppleAccount.AuthSetting), nameof(AppleAccount.AuthSettingV2)).ConfigureAwait(false),
        .. await FindAsync<ChatWidget>(
            store, setting, cancellationToken, nameof(ChatWidget.AuthSetting)).ConfigureAwait(false),
    ];

    /// <summary>The channels whose customers pay by a profile.</summary>
    public static Task<IReadOnlyList<string>> OfPaymentProfileAsync(
        RecordStore store, Guid profile, CancellationToken cancellationToken) =>
        FindAsync<AppleAccount>(store, profile, cancellationToken, nameof(AppleAccount.PaymentProfile));

    /// <summary>The channels that use one of the settings and profiles which have a rich message.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="maps">The rows that give the message to settings and profiles.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<string>> OfRichMessageAsync(
        RecordStore store, IEnumerable<RichMessageMap> maps, CancellationToken cancellationToken)
    {
        var users = new List<string>();
        foreach (var map in maps)
        {
            if (map.AuthSetting is { } setting)
                users.AddRange(await OfAuthSettingAsync(store, setting.Id, cancellationToken).ConfigureAwait(false));
            if (map.PaymentProfile is { } profile)
                users.AddRange(await OfPaymentProfileAsync(store, profile.Id, cancellationToken).ConfigureAwait(false));
        }

        return [.. users.Distinct()];
    }

    private static async Task<IReadOnlyList<string>> FindAsync<T>(
        RecordStore store, Guid target, CancellationToken cancellationToken, params string[] properties)
        where T : OcRecord
    {
        var table = TableModel.Of<T>();
        var conditions = properties.Select(
            property => table.Column(property).Declaration.IsEqualTo(new RecordReference(target)));
        var query = new RecordQuery { Filter = ODataFilter.Or([.. conditions]) };
        var users = new List<string>();
        await foreach (var channel in store.ReadAsync<T>(query, cancellationToken).ConfigureAwait(false))
            users.Add($"{table.DisplayName} '{table.NameOf(channel)}'");

        return users;
    }
}
