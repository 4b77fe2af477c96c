using System.Management.Automation;
using System.Text.Json;

namespace OmnichannelAdmin.Cmdlets.Requests;

/// <summary>Makes of JSON what PowerShell works with.</summary>
internal static class ResponseObject
{
    public static object? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Of).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDecimal(),
        _ => null,
    };

    private static PSObject OfObject(JsonElement value)
    {
        var result = new PSObject();
        foreach (var property in value.EnumerateObject())
            result.Properties.Add(new PSNoteProperty(property.Name, Of(property.Value)));

        return result;
    }
}
