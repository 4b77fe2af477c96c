namespace OmnichannelAdmin.Dataverse.Batching;

/// <summary>A part of a multipart body.</summary>
/// <param name="Headers">The part's own headers, by name without case.</param>
/// <param name="Body">What follows the headers.</param>
internal sealed record MultipartPart(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
