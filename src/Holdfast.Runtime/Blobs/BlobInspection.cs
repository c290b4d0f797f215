using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Compares the blobs that an engine at rest holds with those that its runs refer to.</summary>
/// <param name="Blobs">Number of blobs in the store.</param>
/// <param name="BlobBytes">Their bytes.</param>
/// <param name="Unused">Number of those that no run refers to: a host removes them when their grace period is over.</param>
/// <param name="UnusedBytes">Their bytes.</param>
/// <param name="Missing">Blobs that runs refer to and the store does not have.</param>
public sealed record BlobInspection(long Blobs, long BlobBytes, long Unused, long UnusedBytes, IReadOnlyCollection<BlobId> Missing)
{
    /// <summary>Looks, and changes nothing. No engine may run on the data meanwhile: hold the journal's folder.</summary>
    /// <param name="journal">The journal's folder.</param>
    /// <param name="store">The settled store.</param>
    /// <param name="blobs">The blob store.</param>
    /// <param name="cancellationToken">Ends the inspection.</param>
    /// <exception cref="JournalException">The journal is damaged.</exception>
    /// <exception cref="HoldfastException">The settled store or the blob store cannot be read.</exception>
    public static async Task<BlobInspection> RunAsync(IDisk journal, ISettledStore store, IBlobStore blobs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(blobs);
        var missing = await ReadUsedAsync(journal, store, cancellationToken);
        var used = missing.ToHashSet();
        var (count, bytes, unused, unusedBytes) = (0L, 0L, 0L, 0L);
        await foreach (var entry in blobs.ListAsync(cancellationToken))
        {
            count++;
            bytes += entry.Reference.Length;
            missing.Remove(entry.Reference.Id);
            if (!used.Contains(entry.Reference.Id))
            {
                unused++;
                unusedBytes += entry.Reference.Length;
            }
        }

        return new BlobInspection(count, bytes, unused, unusedBytes, missing);
    }

    private static async Task<HashSet<BlobId>> ReadUsedAsync(IDisk journal, ISettledStore store, CancellationToken cancellationToken)
    {
        var used = await ReadUnsettledAsync(journal, store, cancellationToken);
        await foreach (var blob in store.ReadBlobsAsync(cancellationToken))
        {
            used.Add(blob);
        }

        return used;
    }

    /// <summary>What the journal has of deleted runs does not count, as at recovery.</summary>
    private static async Task<HashSet<BlobId>> ReadUnsettledAsync(IDisk journal, ISettledStore store, CancellationToken cancellationToken)
    {
        JournalReplay replay = new();
        Journal.Inspect(journal, replay.Take);
        var covered = await CoveredLsns.FindAllAsync(store, [.. replay.Runs.Select(static r => r.RunId)], cancellationToken);
        return [.. replay.Runs.SelectMany(r => r.BlobsBehind(covered.GetValueOrDefault(r.RunId)))];
    }
}
