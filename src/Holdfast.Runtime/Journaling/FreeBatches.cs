using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Runtime;

/// <summary>Batches that came back from the journal, to be filled again: the last first, whose memory the processor still has at hand.</summary>
/// <remarks>
/// A disk that stands still for a second leaves thousands of batches under way, each with the largest buffers it ever needed. Only as many are kept as the usual
/// course needs. Threading: returned by the journal's writer, taken by the owner.
/// </remarks>
internal sealed class FreeBatches
{
    /// <summary>Most batches that are kept.</summary>
    public const int MostKept = 16;

    private readonly Lock _gate = new();
    private readonly Stack<OwnerBatch> _batches = new(MostKept);

    /// <summary>Takes a batch back, or lets it go when enough are free.</summary>
    public void Add(OwnerBatch batch)
    {
        lock (_gate)
        {
            if (_batches.Count < MostKept)
            {
                _batches.Push(batch);
            }
        }
    }

    /// <summary>Gives a batch that is free; false when there is none.</summary>
    public bool TryTake([NotNullWhen(true)] out OwnerBatch? batch)
    {
        lock (_gate)
        {
            return _batches.TryPop(out batch);
        }
    }
}
