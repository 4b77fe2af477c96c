namespace OmnichannelAdmin.Channels;

/// <summary>The id of an account in Apple's register, as "Copy ID" gives it.</summary>
public static class AppleAccountId
{
    private const string Prefix = "urn:biz:";

    /// <summary>Takes off what Apple's links put before the id.</summary>
    public static string Clean(string text)
    {
        var id = text.Trim();
        return id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? id[Prefix.Length..] : id;
    }

    /// <summary>
    /// Whether an id looks like those that are known: a GUID. No source says that every id must be one.
    /// </summary>
    public static bool LooksRight(string id) => Guid.TryParse(id, out _);
}
