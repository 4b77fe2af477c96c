namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>The list of all entity sets.</summary>
internal static class ServiceDocument
{
    public static SandboxResponse Write(RequestScope scope) => SandboxResponse.FromJson(JsonBody.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("@odata.context", $"{scope.ServiceRoot}$metadata");
        writer.WriteStartArray("value");
        foreach (var table in scope.Schema.Tables)
        {
            writer.WriteStartObject();
            writer.WriteString("name", table.EntitySetName);
            writer.WriteString("kind", "EntitySet");
            writer.WriteString("url", table.EntitySetName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }));
}
