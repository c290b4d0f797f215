using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// A Bloom filter of workflows that grows: layers, each twice the size of the one before; a workflow's bits lie in one 64-byte line of a layer. Sixteen bits for
/// each workflow at the least, so 2 to 4 bytes. About one of a hundred workflows that were not added is affirmed as well.
/// </summary>
internal sealed class WorkflowFilter
{
    private const int FirstCapacity = 1 << 13;
    private const int WordsPerLine = 8;
    private const int BitsPerWorkflow = 16;
    private const int BitsEach = 4;
    private const int WordBits = 64;
    private readonly List<ulong[]> _layers = [];
    private int _room;

    /// <summary>Workflows that were added; one that was added twice may count twice.</summary>
    public long Count { get; private set; }

    /// <summary>Memory that it takes.</summary>
    public long Bytes => _layers.Sum(static l => (long)l.Length * sizeof(ulong));

    /// <summary>Adds a workflow that it most likely has not.</summary>
    public void Add(WorkflowKey workflow) => Add(HashOf(workflow));

    /// <summary>Adds a workflow unless it has it.</summary>
    public void AddIfNew(WorkflowKey workflow)
    {
        var hash = HashOf(workflow);
        if (!MayHave(hash))
        {
            Add(hash);
        }
    }

    /// <summary>False when the workflow was never added.</summary>
    public bool MayHave(WorkflowKey workflow) => MayHave(HashOf(workflow));

    private static ulong HashOf(WorkflowKey workflow)
    {
        var hash = ((ulong)(uint)workflow.WorkflowId.GetHashCode(StringComparison.Ordinal) << 32) | (uint)workflow.Namespace.GetHashCode(StringComparison.Ordinal);

        // The finalizer of MurmurHash3: each bit of the result depends on every bit given.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
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

    private void Add(ulong hash)
    {
        if (_room == 0)
        {
            _room = FirstCapacity << _layers.Count;
            _layers.Add(new ulong[_room / WordBits * BitsPerWorkflow]);
        }

        _room--;
        Count++;
        Write(_layers[^1], hash);
    }

    private bool MayHave(ulong hash)
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
}
