using System.Net;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Writes the answer to a refused request.</summary>
internal static class ErrorBody
{
    public static SandboxResponse Write(RefusedException refused, Preferences preferences) =>
        refused.Answer ?? Write(refused.Status, refused.Code, refused.Message, preferences);

    public static SandboxResponse Write(HttpStatusCode status, string code, string message, Preferences preferences)
    {
        var json = JsonBody.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("error");
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            if (preferences.AnyAnnotation)
                WriteDetails(writer, code, message, preferences);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        return SandboxResponse.FromJson(json, status);
    }

    private static void WriteDetails(
        System.Text.Json.Utf8JsonWriter writer, string code, string message, Preferences preferences)
    {
        Write("Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus", "0");
        Write("Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode", "0");
        Write(
            "Microsoft.PowerApps.CDS.HelpLink",
            $"http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a{code}&client=platform");
        Write("Microsoft.PowerApps.CDS.TraceText", string.Empty);
        Write("Microsoft.PowerApps.CDS.InnerError.Message", message);

        void Write(string annotation, string value)
        {
            if (preferences.Includes(annotation))
                writer.WriteString($"@{annotation}", value);
        }
    }
}
