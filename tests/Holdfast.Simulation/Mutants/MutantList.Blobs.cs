namespace Holdfast.Simulation;

/// <content>Defects of large payloads and the blob store.</content>
internal static partial class MutantList
{
    private static IReadOnlyList<Mutant> OfBlobs =>
    [
        new("blob-recorded-before-stored", "A payload's reference is given out while its blob is still being stored", Sdk + "Converters/External/ExternalPayloads.cs",
            "        await using var content = PayloadStream.Of(payload.Data);\n",
            "        if (MUTANT)\n        {\n            _ = _store.PutAsync(PayloadStream.Of(payload.Data), cancellationToken);\n            return ExternalPayload.Of(payload, new BlobReference(BlobId.Of(System.Security.Cryptography.SHA256.HashData(payload.Data.Span)), payload.Data.Length));\n        }\n\n        await using var content = PayloadStream.Of(payload.Data);\n"),
        new("blob-not-flushed", "A blob counts as stored before it is durable", Journal + "Blobs/DiskBlobStore.cs",
            "        if (isFlushed)\n",
            "        if (isFlushed && !MUTANT)\n"),
        new("blob-name-not-flushed", "A blob counts as stored before its name is durable", Journal + "Blobs/DiskBlobStore.cs",
            "        disk.Replace(temporary, entry.Reference.Id.ToString());\n        disk.FlushDirectory();\n",
            "        disk.Replace(temporary, entry.Reference.Id.ToString());\n        if (!MUTANT)\n        {\n            disk.FlushDirectory();\n        }\n"),
        new("sweep-without-grace", "Blobs are swept without a grace period", Runtime + "Blobs/BlobSweeper.cs",
            "now - Options.BlobGracePeriod)",
            "MUTANT ? now : now - Options.BlobGracePeriod)"),
        new("reference-overlooked", "Of the blobs that records refer to one is overlooked when there are several", Protocol + "Blobs/RecordedBlobs.cs",
            "return found ?? (IReadOnlyCollection<BlobId>)[];",
            "return MUTANT && found is { Count: > 1 } ? [.. found.Skip(1)] : found ?? (IReadOnlyCollection<BlobId>)[];"),
        new("blobs-never-let-go", "Blobs of deleted runs are kept for ever", Runtime + "Blobs/BlobSweep.cs",
            "        await store.ForgetReleasedBlobsAsync(now, keptSince, cancellationToken);\n",
            "        if (!MUTANT)\n        {\n            await store.ForgetReleasedBlobsAsync(now, keptSince, cancellationToken);\n        }\n\n"),
    ];
}
