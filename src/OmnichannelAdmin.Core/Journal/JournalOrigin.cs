namespace OmnichannelAdmin.Journal;

/// <summary>Whose changes a journal records, and of which environment.</summary>
/// <param name="User">The user's name.</param>
/// <param name="UserId">The user's GUID in the environment.</param>
/// <param name="Environment">The environment's address.</param>
/// <param name="OrganizationId">The organization's GUID.</param>
internal sealed record JournalOrigin(string? User, Guid UserId, Uri Environment, Guid OrganizationId);
