using OmnichannelAdmin.Channels;
using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.AutomatedMessages;

/// <summary>The texts of automated messages in other languages, which are rows of a table of their own.</summary>
public sealed class MessageTranslations
{
    private const string Field = "Translation";

    private readonly RecordStore _store;
    private readonly ChildRows<MessageTranslation> _rows;

    /// <summary>Makes a reader and writer.</summary>
    /// <param name="store">The environment's records.</param>
    /// <param name="allAtOnce">Whether most messages will be asked for.</param>
    /// <param name="cancellationToken">Ends reading them all.</param>
    public MessageTranslations(RecordStore store, bool allAtOnce, CancellationToken cancellationToken)
    {
        _store = store;
        _rows = new(store, nameof(MessageTranslation.Message), allAtOnce, cancellationToken);
    }

    /// <summary>Refuses a text that is too long, and one that is empty where there is nothing to remove.</summary>
    /// <param name="texts">The texts by language.</param>
    /// <param name="isNew">Whether they are for a new message.</param>
    /// <exception cref="OcValidationException">A text breaks a rule.</exception>
    public static void Check(IReadOnlyDictionary<string, string> texts, bool isNew)
    {
        var limit = (
            (TextAttribute)TableModel.Of<MessageTranslation>().Column(
                nameof(MessageTranslation.Text)).Declaration).MaxLength;
        foreach (var (language, text) in texts)
        {
            if (text.Length > limit)
            {
                throw new OcValidationException(
                    Field, "TranslationTooLong",
                    $"The translation for '{language}' has {text.Length} characters; "
                        + $"the column holds at most {limit}.");
            }

            if (isNew && string.IsNullOrWhiteSpace(text))
                throw new OcValidationException(
                    Field, "TranslationMissing", $"The translation for '{language}' is empty.");
        }
    }

    /// <summary>The texts that a message would have: those that it has with the given ones over them.</summary>
    public static IReadOnlyDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> there, IReadOnlyDictionary<string, string> given)
    {
        var merged = new Dictionary<string, string>(there);
        foreach (var (language, text) in given)
            merged[language] = text;

        return merged.Where(pair => pair.Value.Length > 0).ToDictionary();
    }

    /// <summary>The message with its translations.</summary>
    public async Task<AutomatedMessage> CompleteAsync(AutomatedMessage message, CancellationToken cancellationToken)
    {
        var rows = await _rows.OfAsync(message.Id, cancellationToken).ConfigureAwait(false);
        return message with
        {
            Translations = rows.GroupBy(LanguageOf).ToDictionary(group => group.Key, group => group.First().Text),
        };
    }

    /// <summary>
    /// The writes that give a message texts in other languages; an empty text removes the one that is there.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="texts">The texts by name, locale or GUID of the language.</param>
    /// <param name="isNew">Whether the message is about to be made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RecordNotFoundException">There is no such language.</exception>
    /// <exception cref="OcValidationException">A language was given twice.</exception>
    public async Task<IReadOnlyList<RecordWrite>> PlanAsync(
        AutomatedMessage message, IReadOnlyDictionary<string, string> texts, bool isNew,
        CancellationToken cancellationToken)
    {
        var there = isNew ? [] : await _rows.OfAsync(message.Id, cancellationToken).ConfigureAwait(false);
        var writes = new List<RecordWrite>();
        var languages = new HashSet<Guid>();
        foreach (var (name, text) in texts)
        {
            var language = await _store.FindAsync<Language>(RecordIdentity.Parse(name), cancellationToken)
                .ConfigureAwait(false);
            if (!languages.Add(language.Id))
                throw new OcValidationException(
                    Field, "TranslationGivenTwice", $"There are two translations for '{language.Name}'.");

            var row = there.FirstOrDefault(row => row.Language?.Id == language.Id);
            writes.AddRange(Plan(message, language, row, text));
        }

        return writes;
    }

    /// <summary>
    /// The writes that leave no automated message, and no translation of one, behind when a channel goes.
    /// </summary>
    public static async Task<IReadOnlyList<RecordWrite>> RemoveAllOfAsync(
        RecordStore store, IMessagingChannel channel, CancellationToken cancellationToken)
    {
        var translations = new MessageTranslations(store, allAtOnce: false, cancellationToken);
        var writes = new List<RecordWrite>();
        var messages = store.ReadAsync<AutomatedMessage>(
            AutomatedMessage.Query(channel, trigger: null), cancellationToken);
        await foreach (var message in messages.ConfigureAwait(false))
        {
            writes.AddRange(await translations.RemoveAsync(message, cancellationToken).ConfigureAwait(false));
            writes.Add(RecordWrite.Delete(message, etag: null));
        }

        return writes;
    }

    /// <summary>The writes that remove all translations of a message.</summary>
    public async Task<IReadOnlyList<RecordWrite>> RemoveAsync(
        AutomatedMessage message, CancellationToken cancellationToken)
    {
        var rows = await _rows.OfAsync(message.Id, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => RecordWrite.Delete(row, etag: null))];
    }

    private static string LanguageOf(MessageTranslation row) => row.Language?.ToString() ?? $"{row.LanguageCode}";

    private static IEnumerable<RecordWrite> Plan(
        AutomatedMessage message, Language language, MessageTranslation? row, string text)
    {
        if (text.Length == 0)
            return row is null ? [] : [RecordWrite.Delete(row, etag: null)];

        var values = new RecordValues(TableModel.Of<MessageTranslation>()) { [nameof(MessageTranslation.Text)] = text };
        if (row is not null)
            return [RecordWrite.Update(row, values, etag: null)];

        MessageTranslation.Assign(values, new RecordReference(message.Id, message.Name), language);
        return [RecordWrite.Create(values, Guid.NewGuid())];
    }
}
