namespace OmnichannelAdmin.Testing;

/// <summary>What a <see cref="ScriptedServer"/> does to one request.</summary>
/// <param name="ReadsRequest">Whether it reads the request whole.</param>
/// <param name="Answer">What it writes, head and all; empty for nothing.</param>
/// <param name="KeepsConnection">Whether the connection stays for the next request.</param>
internal sealed record LoopbackStep(bool ReadsRequest, string Answer, bool KeepsConnection);
