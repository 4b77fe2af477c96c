namespace OmnichannelAdmin.Cmdlets.RichMessages;

/// <summary>The content of a rich message as the user gave it: itself, or in a file.</summary>
internal static class ContentInput
{
    // Far more than the column holds, and no burden to read by mistake.
    private const long MostBytes = 1024 * 1024;

    /// <exception cref="OcValidationException">There is no such file, or it is far too large.</exception>
    public static async Task<string?> ReadAsync(string? content, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
            return content;

        var file = new FileInfo(path);
        if (!file.Exists)
            throw new OcValidationException("Path", "PathNotFound", $"Path: there is no file '{path}'.");
        if (file.Length > MostBytes)
            throw new OcValidationException(
                "Path", "PathTooLarge",
                $"Path: '{path}' has {file.Length:N0} bytes, far more than a message can hold.");

        return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
    }
}
