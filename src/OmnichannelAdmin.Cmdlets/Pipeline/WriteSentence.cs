using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Cmdlets.Pipeline;

/// <summary>Says what a write is about to do, for -WhatIf, -Confirm and -Verbose.</summary>
internal static class WriteSentence
{
    public static string For(RecordWrite write, string? consequence)
    {
        var sentence = $"{Verb(write.Kind)} {write.Table.DisplayName} '{write.Label}'";
        if (write.Link is { } link)
            sentence += $" with {link.Target.DisplayName} '{link.TargetName ?? link.TargetId.ToString()}'";
        if (write.Changes.Count > 0)
            sentence += $" ({write.Describe()})";

        return consequence is null ? $"{sentence}." : $"{sentence}. {consequence}";
    }

    private static string Verb(RecordWriteKind kind) => kind switch
    {
        RecordWriteKind.Create => "Create",
        RecordWriteKind.Update => "Change",
        RecordWriteKind.Delete => "Remove",
        RecordWriteKind.Link => "Link",
        _ => "Unlink",
    };
}
