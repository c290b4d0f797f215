namespace Holdfast.Protocol;

/// <summary>What is needed to find a blob and to know that it is whole.</summary>
/// <param name="Id">The hash of its content.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct BlobReference(BlobId Id, long Length);
