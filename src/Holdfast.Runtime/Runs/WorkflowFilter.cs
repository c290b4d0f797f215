using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
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

    /// <summary>The same in every process: what the filter affirms by mistake decides who asks the store, and a simulated world has to be the same wherever it runs.</summary>
    private static ulong HashOf(WorkflowKey workflow)
    {
        var hash = Mix(Mix(0, workflow.WorkflowId), workflow.Namespace);

        // The finalizer of MurmurHash3: each bit of the result depends on every bit given.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    /// <summary>Mixes a text in, four characters at a time, and its length.</summary>
    private static ulong Mix(ulong hash, string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        ulong rest = 0;
        foreach (var each in bytes)
        {
            rest = (rest << 8) | each;
        }

        return Mix(Mix(hash, rest), (ulong)text.Length);
    }

    /// <summary>Odd factors keep words apart; the rotation brings what they leave in the upper bits to where the next word meets it.</summary>
    private static ulong Mix(ulong hash, ulong word) => (BitOperations.RotateLeft(hash, 29) ^ word) * 0x9e3779b97f4a7c15;

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
