namespace OmnichannelAdmin.Records;

/// <summary>What a text column holds beyond text.</summary>
public enum TextFormat
{
    /// <summary>Any text.</summary>
    Plain,

    /// <summary>A GUID other than the empty one, written with dashes and in lower case.</summary>
    GuidText,

    /// <summary>An absolute https:// URL without user name or password.</summary>
    HttpsUrl,
}
