using OmnichannelAdmin.Records;

namespace OmnichannelAdmin.Journal;

/// <summary>What the environment answered to a write that it carried out.</summary>
/// <param name="Record">The row as it is now, where the environment sent it.</param>
/// <param name="ETag">The row's version now, where it is known.</param>
/// <param name="RequestId">The server's id of the request.</param>
/// <param name="NewRecordId">The GUID of a new row, where only the answer tells it.</param>
internal sealed record WriteAnswer(OcRecord? Record, string? ETag, string? RequestId, Guid? NewRecordId = null);
