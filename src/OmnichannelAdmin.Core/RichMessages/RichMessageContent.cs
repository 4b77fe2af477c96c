using System.Text.Encodings.Web;
using System.Text.Json;

namespace OmnichannelAdmin.RichMessages;

/// <summary>
/// The types of rich message whose content is documented as JSON: Apple Pay, Authentication and Custom JSON for Apple
/// Messages for Business. Names of fields are compared without case, since the documentation spells some in two ways.
/// </summary>
public static class RichMessageContent
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions Compact =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether the content of a type is documented.</summary>
    public static bool IsDocumented(RichMessageType type) =>
        type is RichMessageType.ApplePay or RichMessageType.Authentication or RichMessageType.CustomJson;

    /// <summary>Refuses a content that the type cannot have.</summary>
    /// <param name="type">The type.</param>
    /// <param name="json">The content: JSON, in which comments and trailing commas are accepted.</param>
    /// <param name="allowGaps">Whether something required may still be missing, as in a draft.</param>
    /// <returns>The content without comments and blanks, and what is unusual about it.</returns>
    /// <exception cref="OcValidationException">The content of the type is not documented, or a field breaks a
    /// rule.</exception>
    public static (string Json, IReadOnlyList<string> Warnings) Check(RichMessageType type, string json, bool allowGaps)
    {
        if (!IsDocumented(type))
        {
            throw new OcValidationException(
                "Content",
                "ContentNotDocumented",
                $"How the content of a {type} message is stored is not documented. "
                + "Make one in the admin center and use -CloneFrom, "
                + "or give the stored document with -Json.");
        }

        using var document = Parse(json);
        var content = ContentObject.Root(document.RootElement, allowGaps);
        switch (type)
        {
            case RichMessageType.ApplePay:
                ApplePayContent.Check(content);
                break;
            case RichMessageType.Authentication:
                AuthenticationContent.Check(content);
                break;
            default:
                CustomJsonContent.Check(content);
                break;
        }

        return (JsonSerializer.Serialize(document.RootElement, Compact), content.Warnings);
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            throw new OcValidationException("Content", "ContentNotJson", $"Content is not JSON: {e.Message}");
        }
    }
}
