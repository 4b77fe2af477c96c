using OmnichannelAdmin.Records;
using OmnichannelAdmin.RichMessages;

namespace OmnichannelAdmin.Authentication;

/// <summary>What belongs to authentication settings in other tables: their rich messages and their entries.</summary>
public sealed class AuthSettingParts
{
    private readonly RichMessageMaps _messages;
    private readonly ChildRows<AuthSettingEntry> _entries;

    /// <summary>Makes a reader.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="allAtOnce">Whether most settings will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public AuthSettingParts(RecordStore store, bool allAtOnce, CancellationToken cancellationToken)
    {
        _messages = RichMessageMaps.OfAuthSettings(store, allAtOnce, cancellationToken);
        _entries = new(store, nameof(AuthSettingEntry.AuthSetting), allAtOnce, cancellationToken);
    }

    /// <summary>Refuses entries that cannot be stored.</summary>
    /// <exception cref="OcValidationException">A key or a value breaks a rule.</exception>
    public static void Check(IReadOnlyDictionary<string, string> entries)
    {
        foreach (var (key, value) in entries)
            Values(key, value, owner: null).Check(isNew: true);
    }

    /// <summary>The setting as it would be after a change.</summary>
    /// <param name="setting">The setting with its own columns changed.</param>
    /// <param name="before">The setting as it is, with what belongs to it.</param>
    /// <param name="added">The rich messages that it gets.</param>
    /// <param name="removed">The rich messages that it loses.</param>
    /// <param name="entries">The entries that change; an empty value removes one.</param>
    public static AuthSetting Apply(
        AuthSetting setting,
        AuthSetting before,
        IReadOnlyList<RecordReference> added,
        IReadOnlyList<RecordReference> removed,
        IReadOnlyDictionary<string, string> entries)
    {
        var after = before.Entries.ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in entries)
            after[key] = value;

        return setting with
        {
            RichMessages = [.. before.RichMessages.Union(added).Except(removed)],
            Entries = after.Where(entry => !string.IsNullOrEmpty(entry.Value)).ToDictionary(),
        };
    }

    /// <summary>The setting with what belongs to it.</summary>
    public async Task<AuthSetting> CompleteAsync(AuthSetting setting, CancellationToken cancellationToken)
    {
        var entries = await _entries.OfAsync(setting.Id, cancellationToken).ConfigureAwait(false);
        return setting with
        {
            RichMessages = await _messages.MessagesOfAsync(setting.Id, cancellationToken).ConfigureAwait(false),
            Entries = entries.DistinctBy(entry => entry.Key ?? entry.Name).ToDictionary(
                entry => entry.Key ?? entry.Name, entry => entry.Value),
        };
    }

    /// <summary>The writes that give a new setting its rich messages and entries.</summary>
    public IEnumerable<RecordWrite> Add(RecordReference setting, AuthSetting wanted) =>
    [
        .. _messages.Add(setting, wanted.RichMessages),
        .. wanted.Entries.Where(entry => !string.IsNullOrEmpty(entry.Value))
            .Select(entry => RecordWrite.Create(Values(entry.Key, entry.Value, setting), Guid.NewGuid())),
    ];

    /// <summary>
    /// The writes that change the rich messages of a setting, and the entries that are named; an empty value removes
    /// one.
    /// </summary>
    public async Task<IReadOnlyList<RecordWrite>> ChangeAsync(
        RecordReference setting,
        IReadOnlyList<RecordReference> added,
        IReadOnlyList<RecordReference> removed,
        IReadOnlyDictionary<string, string> entries,
        CancellationToken cancellationToken)
    {
        var messages = await _messages.ChangeAsync(setting, added, removed, cancellationToken).ConfigureAwait(false);
        if (entries.Count == 0)
            return messages;

        var there = await _entries.OfAsync(setting.Id, cancellationToken).ConfigureAwait(false);
        return [.. messages, .. entries.SelectMany(entry => Change(entry.Key, entry.Value, there, setting))];
    }

    /// <summary>The writes that leave nothing of a setting behind when it goes.</summary>
    public async Task<IReadOnlyList<RecordWrite>> RemoveAsync(Guid setting, CancellationToken cancellationToken)
    {
        var entries = await _entries.OfAsync(setting, cancellationToken).ConfigureAwait(false);
        return
        [
            .. await _messages.RemoveAsync(setting, cancellationToken).ConfigureAwait(false),
            .. entries.Select(entry => RecordWrite.Delete(entry, etag: null)),
        ];
    }

    private static IEnumerable<RecordWrite> Change(
        string key, string value, IEnumerable<AuthSettingEntry> there, RecordReference setting)
    {
        AuthSettingEntry[] rows = [.. there.Where(row => key.Equals(row.Key, StringComparison.OrdinalIgnoreCase))];
        if (value.Length == 0)
            return rows.Select(row => RecordWrite.Delete(row, etag: null));
        if (rows.Length == 0)
            return [RecordWrite.Create(Values(key, value, setting), Guid.NewGuid())];

        var change = new RecordValues(TableModel.Of<AuthSettingEntry>()) { [nameof(AuthSettingEntry.Value)] = value };
        return rows.Where(row => row.Value != value).Select(row => RecordWrite.Update(row, change, row.ETag));
    }

    private static RecordValues Values(string key, string? value, RecordReference? owner) =>
        new(TableModel.Of<AuthSettingEntry>())
        {
            [nameof(AuthSettingEntry.Name)] = key,
            [nameof(AuthSettingEntry.Key)] = key,
            [nameof(AuthSettingEntry.Value)] = value,
            [nameof(AuthSettingEntry.AuthSetting)] = owner,
        };
}
