namespace OmnichannelAdmin.Sandbox.Journal;

/// <summary>An operation of a batch, and what became of it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The URL as the batch has it.</param>
/// <param name="Status">The status of its answer.</param>
public sealed record JournalOperation(string Method, string Url, int Status);
