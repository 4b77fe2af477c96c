namespace OmnichannelAdmin.Records;

/// <summary>The locales that a message can be written in: the option values are Windows locale identifiers.</summary>
public static class LocaleCodes
{
    /// <summary>Serbian in Latin letters, which rich messages can have and other messages cannot.</summary>
    public const string SerbianLatin = "sr-Latn-CS";

    private static readonly Dictionary<int, string> Codes = new()
    {
        [1025] = "ar-SA",
        [1026] = "bg-BG",
        [1027] = "ca-ES",
        [1028] = "zh-TW",
        [1029] = "cs-CZ",
        [1030] = "da-DK",
        [1031] = "de-DE",
        [1032] = "el-GR",
        [1033] = "en-US",
        [1035] = "fi-FI",
        [1036] = "fr-FR",
        [1037] = "he-IL",
        [1038] = "hu-HU",
        [1040] = "it-IT",
        [1041] = "ja-JP",
        [1042] = "ko-KR",
        [1043] = "nl-NL",
        [1044] = "nb-NO",
        [1045] = "pl-PL",
        [1046] = "pt-BR",
        [1048] = "ro-RO",
        [1049] = "ru-RU",
        [1050] = "hr-HR",
        [1051] = "sk-SK",
        [1053] = "sv-SE",
        [1054] = "th-TH",
        [1055] = "tr-TR",
        [1057] = "id-ID",
        [1058] = "uk-UA",
        [1060] = "sl-SI",
        [1061] = "et-EE",
        [1062] = "lv-LV",
        [1063] = "lt-LT",
        [1066] = "vi-VN",
        [1069] = "eu-ES",
        [1081] = "hi-IN",
        [1086] = "ms-MY",
        [1087] = "kk-KZ",
        [1110] = "gl-ES",
        [2052] = "zh-CN",
        [2070] = "pt-PT",
        [2074] = SerbianLatin,
        [3076] = "zh-HK",
        [3082] = "es-ES",
        [3098] = "sr-Cyrl-CS",
    };

    /// <summary>The codes that every message can have, such as <c>en-US</c>, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Codes.Values.Where(code => code != SerbianLatin).Order(StringComparer.Ordinal)];

    /// <summary>The code of a locale identifier, or the identifier itself when it is none of these.</summary>
    public static string CodeOf(int identifier) =>
        Codes.GetValueOrDefault(identifier) ?? identifier.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The locale identifier of a code, or null when there is none. Case does not matter.</summary>
    public static int? IdentifierOf(string code)
    {
        foreach (var (identifier, known) in Codes)
        {
            if (known.Equals(code, StringComparison.OrdinalIgnoreCase))
                return identifier;
        }

        return null;
    }
}
