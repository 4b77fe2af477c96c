using OmnichannelAdmin.Sandbox.Requests;

namespace OmnichannelAdmin.Sandbox.Batches;

/// <summary>An operation of a batch.</summary>
/// <param name="Request">What it asks for.</param>
/// <param name="ContentId">The name that later operations of its change set know it by, or null.</param>
internal sealed record BatchOperation(SandboxRequest Request, string? ContentId);
