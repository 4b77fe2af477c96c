namespace OmnichannelAdmin.Dataverse;

/// <summary>
/// Holds the names that are written into URLs to the letters that names have, so that none can break out.
/// </summary>
internal static class ODataName
{
    /// <summary>Answers with the name when it is one: letters, digits, _ and . and, along a navigation, /.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '/'))
            throw new ArgumentException($"'{name}' is no name of a table, column or navigation.", nameof(name));

        return name;
    }
}
