namespace OmnichannelAdmin.RichMessages;

/// <summary>What an Authentication message holds. It can have no images.</summary>
internal static class AuthenticationContent
{
    public static void Check(ContentObject content)
    {
        CheckPart(content.RequireTextOrObject("receivedmessage"));
        CheckPart(content.RequireTextOrObject("replymessage"));
        RefuseImages(content);
        content.WarnOfOthers();
    }

    private static void CheckPart(ContentObject? part)
    {
        if (part is not null)
            RefuseImages(part);
    }

    private static void RefuseImages(ContentObject content)
    {
        var image = content.Names.FirstOrDefault(name => name.StartsWith("image", StringComparison.OrdinalIgnoreCase));
        if (image is not null)
            throw content.Refuse(image, "NoImages", "an Authentication message cannot have images; leave it out.");
    }
}
