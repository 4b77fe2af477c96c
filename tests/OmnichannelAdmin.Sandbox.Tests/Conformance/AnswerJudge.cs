using System.Text;
using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

/// <summary>
/// Has the OData library read an answer by the sandbox's own $metadata, as an OData client would. It throws where the
/// answer is not what its context URL says.
/// </summary>
internal static class AnswerJudge
{
    private static readonly Lazy<IEdmModel> Model = new(ReadModel);

    public static void Read(SandboxAnswer answer)
    {
        using var message = new AnswerMessage(answer);
        var settings = new ODataMessageReaderSettings { EnableMessageStreamDisposal = false };
        using var reader = new ODataMessageReader((IODataResponseMessage)message, settings, Model.Value);
        var kind = message.StatusCode >= 400
            ? ODataPayloadKind.Error
            : reader.DetectPayloadKind().First().PayloadKind;
        switch (kind)
        {
            case ODataPayloadKind.Resource:
                ReadToEnd(reader.CreateODataResourceReader());
                break;
            case ODataPayloadKind.ResourceSet:
                ReadToEnd(reader.CreateODataResourceSetReader());
                break;
            case ODataPayloadKind.Property:
                reader.ReadProperty();
                break;
            case ODataPayloadKind.Error:
                reader.ReadError();
                break;
            case ODataPayloadKind.ServiceDocument:
                reader.ReadServiceDocument();
                break;
            case ODataPayloadKind.EntityReferenceLink:
                reader.ReadEntityReferenceLink();
                break;
            case ODataPayloadKind.EntityReferenceLinks:
                reader.ReadEntityReferenceLinks();
                break;
            default:
                throw new NotSupportedException($"No test reads a payload of kind {kind}.");
        }
    }

    private static void ReadToEnd(ODataReader reader)
    {
        while (reader.Read())
        {
            // The library checks while it reads; what it reads is checked elsewhere.
        }
    }

    private static IEdmModel ReadModel()
    {
        using var organization = new SandboxOrganization();
        using var client = new SandboxClient(organization);
        var metadata = Task.Run(() => client.GetAsync("$metadata")).GetAwaiter().GetResult();
        using var xml = XmlReader.Create(new StringReader(metadata.Text));
        return CsdlReader.Parse(xml);
    }

    private sealed class AnswerMessage(SandboxAnswer answer) : IODataResponseMessage, IDisposable
    {
        private readonly MemoryStream _body = new(Encoding.UTF8.GetBytes(answer.Text), writable: false);

        public IEnumerable<KeyValuePair<string, string>> Headers => answer.Headers;

        public int StatusCode
        {
            get => (int)answer.Status;
            set => throw new NotSupportedException();
        }

        public string? GetHeader(string headerName) => answer.Headers.GetValueOrDefault(headerName);

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => _body;

        public void Dispose() => _body.Dispose();
    }
}
