using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace OmnichannelAdmin.Dataverse.Batching;

/// <summary>
/// Writes a batch as the multipart body that $batch takes. Every line ends in CRLF: Dataverse cannot read it otherwise.
/// </summary>
internal sealed class BatchWriter(RequestWriter requests)
{
    private const int MaxOperations = 1000;
    private const string LineEnd = "\r\n";

    /// <summary>Writes the body.</summary>
    /// <exception cref="OcValidationException">The batch is empty, too large, or a change set of it reads.</exception>
    public HttpContent Write(BatchRequest batch)
    {
        RefuseUnfit(batch);
        var boundary = $"batch_{Guid.NewGuid():D}";
        using var body = new MemoryStream();
        foreach (var item in batch.Items)
        {
            WriteLine(body, $"--{boundary}");
            if (item.IsChangeSet)
                WriteChangeSet(body, item);
            else
                WriteOperation(body, item.Operations[0], contentId: null);
        }

        WriteLine(body, $"--{boundary}--");
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/mixed; boundary={boundary}");
        return content;
    }

    /// <summary>
    /// The target of an operation: a path of the environment, or a reference to an earlier operation of the same change
    /// set, which goes as it is.
    /// </summary>
    public string TargetOf(DataverseRequest operation) =>
        IsReference(operation.Path) ? operation.Path : requests.Resolve(operation.Path).PathAndQuery;

    private static bool IsReference(string path) =>
        path.Length > 1 && path[0] == '$' && char.IsAsciiDigit(path[1]) && !path.Any(char.IsControl);

    private static void RefuseUnfit(BatchRequest batch)
    {
        var count = batch.Items.Sum(item => item.Operations.Count);
        if (count is 0 or > MaxOperations || batch.Items.Any(item => item.Operations.Count == 0))
        {
            throw new OcValidationException(
                "Items",
                "BatchSize",
                $"A batch holds 1 to {MaxOperations} operations and no empty change set; this one holds {count}.");
        }

        if (batch.Items.Any(item => item.IsChangeSet && item.Operations.Any(part => part.Method == HttpMethod.Get)))
            throw new OcValidationException("Items", "BatchReadsInChangeSet", "A change set cannot hold a GET.");
    }

    private static void WriteLine(MemoryStream body, string line) => body.Write(Encoding.UTF8.GetBytes(line + LineEnd));

    private void WriteChangeSet(MemoryStream body, BatchItem item)
    {
        var boundary = $"changeset_{Guid.NewGuid():D}";
        WriteLine(body, $"Content-Type: multipart/mixed; boundary={boundary}");
        WriteLine(body, "");
        for (var place = 1; place <= item.Operations.Count; place++)
        {
            WriteLine(body, $"--{boundary}");

            // OData 4.0 asks for ids that are unique within a change set, so that each set counts from 1 and $n in a
            // body needs no rewriting.
            WriteOperation(body, item.Operations[place - 1], place);
        }

        WriteLine(body, $"--{boundary}--");
    }

    private void WriteOperation(MemoryStream body, DataverseRequest operation, int? contentId)
    {
        WriteLine(body, "Content-Type: application/http");
        WriteLine(body, "Content-Transfer-Encoding: binary");
        if (contentId is { } id)
            WriteLine(body, $"Content-ID: {id.ToString(CultureInfo.InvariantCulture)}");

        WriteLine(body, "");
        WriteLine(body, $"{operation.Method} {TargetOf(operation)} HTTP/1.1");
        foreach (var (name, value) in requests.HeadersOf(operation))
            WriteLine(body, $"{name}: {value}");

        if (operation.Body is not null)
            WriteLine(body, "Content-Type: application/json; charset=utf-8");

        WriteLine(body, "");
        body.Write(RequestWriter.Serialize(operation));
        WriteLine(body, "");
    }
}
