using System.Text;
using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Journal;

/// <summary>
/// A file of lines that several processes append to at once: whoever writes has the file for itself for a moment,
/// writes whole lines, and waits for the disk.
/// </summary>
internal sealed class JournalFile(string path, TimeProvider time)
{
    private const byte LineEnd = (byte)'\n';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <exception cref="IOException">The lines cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public async Task AppendAsync(IEnumerable<JsonObject> lines, CancellationToken cancellationToken)
    {
        var text = string.Concat(lines.Select(line => line.ToJsonString() + "\n"));
        var stream = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, cancellationToken)
            .ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = Encoding.UTF8.GetBytes(EndsInMidLine(stream) ? "\n" + text : text);
            await stream.WriteAsync(bytes, CancellationToken.None).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        // Sharing with readers alone makes it wait for whoever is writing, so that it meets no half line.
        var stream = await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.Read, cancellationToken)
            .ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    // A process that died while it wrote leaves half a line, which must not swallow the next one.
    private static bool EndsInMidLine(FileStream stream)
    {
        if (stream.Length == 0)
            return false;

        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != LineEnd;
    }

    private async Task<FileStream> OpenAsync(
        FileMode mode, FileAccess access, FileShare share, CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, mode, access, share);
            }
            catch (IOException e) when (MayPass(e) && time.GetElapsedTime(begun) < Patience)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Another process that has the file open shows as a plain IOException; the others name what is missing.
    private static bool MayPass(IOException exception) => exception.GetType() == typeof(IOException);
}
