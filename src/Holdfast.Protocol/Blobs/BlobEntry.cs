namespace Holdfast.Protocol;

/// <summary>A blob that a store holds.</summary>
/// <param name="Reference">Which.</param>
/// <param name="LastPutTime">When it was put last, as far as the store remembers: never earlier than it was.</param>
public readonly record struct BlobEntry(BlobReference Reference, DateTimeOffset LastPutTime);
