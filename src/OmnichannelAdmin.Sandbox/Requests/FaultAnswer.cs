using OmnichannelAdmin.Sandbox.Faults;

namespace OmnichannelAdmin.Sandbox.Requests;

/// <summary>Writes what a fault answers in place of carrying a request out.</summary>
internal static class FaultAnswer
{
    public static SandboxResponse Write(SandboxFault fault, Preferences preferences)
    {
        var response = fault.Kind == FaultKind.NonJsonBody
            ? SandboxResponse.FromText(fault.Message, "text/html; charset=utf-8", fault.Status)
            : ErrorBody.Write(fault.Status, fault.Code, fault.Message, preferences);
        foreach (var (name, value) in fault.Headers)
            response.With(name, value);
        return response;
    }
}
