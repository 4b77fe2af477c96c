using System.Net;
using System.Text;
using System.Xml;
using Microsoft.OData.Edm.Csdl;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>$metadata: the whole model as CSDL.</summary>
internal static class MetadataDocument
{
    private static byte[]? _csdl;

    public static SandboxResponse Write(RequestScope scope) => new(HttpStatusCode.OK)
    {
        Body = _csdl ??= ToCsdl(scope),
        ContentType = "application/xml",
    };

    private static byte[] ToCsdl(RequestScope scope)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(scope.Schema.Model, writer, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException(
                    $"The model cannot be written: {string.Join("; ", errors.Select(error => error.ErrorMessage))}");
            }
        }

        return stream.ToArray();
    }
}
