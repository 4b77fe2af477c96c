using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

/// <summary>A request that prepares the ground for a case.</summary>
public sealed record EarlierRequest
{
    /// <summary>The method and the URL below the API's root.</summary>
    public required string Send { get; init; }

    public JsonNode? Body { get; init; }

    /// <summary>The status; a success unless set.</summary>
    public int? Status { get; init; }
}
