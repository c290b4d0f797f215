using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Which workflows of an owner may have runs in the settled store, so that the start of a workflow whose ID was never used asks nobody. Says yes for a few others
/// as well, about one of a hundred, and for all until the store was read through.
/// </summary>
/// <remarks>
/// A Bloom filter that grows: layers, each twice the size of the one before; a workflow's bits lie in one 64-byte line of a layer. Sixteen bits for each workflow
/// at the least, so 2 to 4 bytes. Workflows that were deleted stay in it until the engine starts again, which costs a question to the store and no more.
/// Touched by its owner's loop alone.
/// </remarks>
internal sealed class KnownWorkflows
{
    private const int FirstCapacity = 1 << 13;
    private const int WordsPerLine = 8;
    private const int BitsPerWorkflow = 16;
    private const int BitsEach = 4;
    private const int WordBits = 64;
    private readonly List<ulong[]> _layers = [];
    private int _room;
    private bool _isComplete;

    /// <summary>Everything that the store had when the engine started has been added.</summary>
    public void Complete() => _isComplete = true;

    /// <summary>A run of the workflow is, or is about to be, in the settled store.</summary>
    public void Add(WorkflowKey workflow)
    {
        var hash = HashOf(workflow);
        if (_isComplete && IsInLayers(hash))
        {
            return;
        }

        if (_room == 0)
        {
            _room = FirstCapacity << _layers.Count;
            _layers.Add(new ulong[_room / WordBits * BitsPerWorkflow]);
        }

        _room--;
        Write(_layers[^1], hash);
    }

    /// <summary>False when the settled store has no run of the workflow.</summary>
    public bool MayHave(WorkflowKey workflow) => !_isComplete || IsInLayers(HashOf(workflow));

    private static ulong HashOf(WorkflowKey workflow)
    {
        var hash = ((ulong)(uint)workflow.WorkflowId.GetHashCode(StringComparison.Ordinal) << 32) | (uint)workflow.Namespace.GetHashCode(StringComparison.Ordinal);

        // The finalizer of MurmurHash3: each bit of the result depends on every bit given.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    private bool IsInLayers(ulong hash)
    {
        for (var i = _layers.Count - 1; i >= 0; i--)
        {
            if (IsIn(_layers[i], hash))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(ulong[] layer, ulong hash)
    {
        var line = LineOf(layer, hash);
        for (var (i, bits) = (0, hash); i < BitsEach; i++, bits >>= 9)
        {
            if ((layer[line + (int)((bits >> 6) & (WordsPerLine - 1))] & (1UL << (int)(bits & (WordBits - 1)))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Write(ulong[] layer, ulong hash)
    {
        var line = LineOf(layer, hash);
        for (var (i, bits) = (0, hash); i < BitsEach; i++, bits >>= 9)
        {
            layer[line + (int)((bits >> 6) & (WordsPerLine - 1))] |= 1UL << (int)(bits & (WordBits - 1));
        }
    }

    private static int LineOf(ulong[] layer, ulong hash) => (int)((hash >> 40) % (ulong)(layer.Length / WordsPerLine)) * WordsPerLine;
}
