using System.Text.Json.Nodes;

namespace OmnichannelAdmin.Sandbox.Tests.Conformance;

/// <summary>
/// A request and what a real environment answers, by the facts. Texts may hold {names} of the fixture; an expectation
/// names the part of the answer that matters, with &lt;any&gt;, &lt;absent&gt;, &lt;guid&gt;, &lt;etag&gt;,
/// &lt;contains:…&gt; and &lt;ends:…&gt; where the value itself does not.
/// </summary>
public sealed record ConformanceCase
{
    /// <summary>The rule, as a sentence.</summary>
    public required string Name { get; init; }

    /// <summary>The fact behind it.</summary>
    public required string Source { get; init; }

    /// <summary>The method and the URL below the API's root.</summary>
    public required string Send { get; init; }

    /// <summary>Who sends it; the administrator unless set.</summary>
    public string As { get; init; } = "admin";

    /// <summary>What the administrator sends before.</summary>
    public IReadOnlyList<EarlierRequest> Given { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body as JSON.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The body as text, for one that is no JSON.</summary>
    public string? Text { get; init; }

    public required int Status { get; init; }

    /// <summary>The error code.</summary>
    public string? Code { get; init; }

    /// <summary>What the body must hold.</summary>
    public JsonObject? Expect { get; init; }

    public IReadOnlyDictionary<string, string> AnswerHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The body when it is plain text.</summary>
    public string? AnswerText { get; init; }

    public override string ToString() => Name;
}
