using System.Collections;
using System.Text.Json;
using OmnichannelAdmin.Cmdlets.Requests;
using OmnichannelAdmin.Messaging;

namespace OmnichannelAdmin.Cmdlets.Webhooks;

/// <summary>Reads an attachment out of a hashtable; the case of its keys does not matter.</summary>
internal static class AttachmentInput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="OcValidationException">A key is none of an attachment's, or a value is no text.</exception>
    public static ActivityAttachment Read(IDictionary entries)
    {
        try
        {
            return RequestBody.Of(entries)!.Deserialize<ActivityAttachment>(Options)!;
        }
        catch (JsonException e)
        {
            throw new OcValidationException(
                "Attachment",
                "AttachmentInvalid",
                "An attachment has the keys ContentType, ContentUrl, Name, ThumbnailUrl and Content. "
                    + $"{e.Message.Split(" Path:")[0]}");
        }
    }
}
