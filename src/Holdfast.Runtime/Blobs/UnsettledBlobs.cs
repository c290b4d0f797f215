using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Reads which blobs the records refer to that one owner has in memory and the settled store has not: a slice at a time, each on the owner's loop.</summary>
internal sealed class UnsettledBlobs(HashSet<BlobId> found)
{
    private const int RunsPerSlice = 1_000;
    private const int BytesPerSlice = 1 << 20;
    private RunEntry[]? _runs;
    private int _next;

    private bool IsComplete => _runs is not null && _next == _runs.Length;

    /// <summary>Reads all slices. Between two of them the owner does other work.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="found">Gets the blobs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task ReadAsync(ShardOwner owner, HashSet<BlobId> found, CancellationToken cancellationToken)
    {
        for (UnsettledBlobs reading = new(found); !reading.IsComplete;)
        {
            ReadUnsettledBlobs slice = new(reading);
            owner.Mailbox.Post(slice);
            await slice.CompleteAsync(cancellationToken);
        }
    }

    /// <summary>Reads a slice, on the owner's loop.</summary>
    public void ReadSlice(ShardOwner owner)
    {
        _runs ??= [.. owner.Directory.Runs];
        var end = Math.Min(_next + RunsPerSlice, _runs.Length);
        for (var bytesLeft = BytesPerSlice; _next < end && bytesLeft > 0; _next++)
        {
            bytesLeft -= Read(owner, _runs[_next]);
        }
    }

    /// <summary>A run that has left memory since the first slice is settled; what it took up later came from a blob that was put, or from a run that is read.</summary>
    private int Read(ShardOwner owner, RunEntry run)
    {
        if (!owner.Directory.TryGet(run.RunId, out var present) || !ReferenceEquals(present, run))
        {
            return 0;
        }

        foreach (var update in run.State.Updates.Admitted)
        {
            update.Request.Rewrite(Note); // it is recorded when it is accepted
        }

        var unsettled = run.History.From(run.History.SettledBytes);
        found.UnionWith(RecordedBlobs.In(unsettled));
        return unsettled.Length;
    }

    private Payload Note(Payload payload)
    {
        found.UnionWith(BlobMarks.In(payload));
        return payload;
    }
}
