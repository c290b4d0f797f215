using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <content>Which blobs the runs refer to.</content>
public sealed partial class InMemorySettledStore
{
    private readonly Dictionary<BlobId, DateTimeOffset?> _releasedBlobs = [];
    private readonly HashSet<BlobId> _archivedBlobs = [];

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobId> ReadBlobsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var blob in await Complete(() => _runs.Values.SelectMany(run => run.Blobs).Concat(_archivedBlobs).Distinct().ToList(), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return blob;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BlobId>> FindUnusedBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        Complete<IReadOnlyList<BlobId>>(
            () =>
            {
                var used = _runs.Values.SelectMany(run => run.Blobs).ToHashSet();
                return [.. blobs.Where(blob => !used.Contains(blob) && !_archivedBlobs.Contains(blob) && !_releasedBlobs.ContainsKey(blob))];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                Release(blobs);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task KeepBlobsAsync(IReadOnlyCollection<BlobId> blobs, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                _archivedBlobs.UnionWith(blobs);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ForgetReleasedBlobsAsync(DateTimeOffset now, DateTimeOffset releasedBefore, CancellationToken cancellationToken) =>
        Complete(
            () =>
            {
                foreach (var (blob, time) in _releasedBlobs.ToList())
                {
                    if (time < releasedBefore)
                    {
                        _releasedBlobs.Remove(blob);
                    }
                    else
                    {
                        _releasedBlobs[blob] = time ?? now;
                    }
                }

                return true;
            },
            cancellationToken);

    private void Release(IReadOnlyCollection<BlobId> blobs)
    {
        foreach (var blob in blobs)
        {
            _releasedBlobs[blob] = null;
        }
    }
}
