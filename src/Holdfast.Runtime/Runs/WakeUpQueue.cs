using System.Diagnostics.CodeAnalysis;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Runs in memory by the time at which they must be looked at: a binary heap in which each run has at most one place and knows it.</summary>
internal sealed class WakeUpQueue
{
    private readonly List<RunEntry> _heap = [];

    public int Count => _heap.Count;

    /// <summary>When the first run is due; null when there is none.</summary>
    public DateTimeOffset? NextDueTime => _heap.Count == 0 ? null : _heap[0].WakeUp.DueTime;

    /// <summary>The run that is due first; null when there is none.</summary>
    public RunEntry? First => _heap.Count == 0 ? null : _heap[0];

    /// <summary>Sets the run's time, later or earlier than it was.</summary>
    public void Set(RunEntry run, RunTimer timer, DateTimeOffset dueTime)
    {
        var slot = run.WakeUp;
        slot.Timer = timer;
        slot.DueTime = dueTime;
        if (slot.Index == WakeUpSlot.NotQueued)
        {
            slot.Index = _heap.Count;
            _heap.Add(run);
        }

        SiftUp(slot.Index);
        SiftDown(slot.Index);
    }

    /// <summary>Takes the run out; nothing when it is not in.</summary>
    public void Remove(RunEntry run)
    {
        var index = run.WakeUp.Index;
        if (index == WakeUpSlot.NotQueued)
        {
            return;
        }

        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        run.WakeUp.Index = WakeUpSlot.NotQueued;
        if (!ReferenceEquals(last, run))
        {
            Put(last, index);
            SiftUp(index);
            SiftDown(last.WakeUp.Index);
        }
    }

    /// <summary>Takes the first run out when it is due.</summary>
    public bool TryTakeDue(DateTimeOffset now, [NotNullWhen(true)] out RunEntry? run)
    {
        if (_heap.Count == 0 || _heap[0].WakeUp.DueTime > now)
        {
            run = null;
            return false;
        }

        run = _heap[0];
        Remove(run);
        return true;
    }

    private void SiftUp(int index)
    {
        while (index > 0)
        {
            var parent = (index - 1) / 2;
            if (!IsBefore(index, parent))
            {
                return;
            }

            Swap(index, parent);
            index = parent;
        }
    }

    private void SiftDown(int index)
    {
        while (true)
        {
            var first = index;
            var left = (2 * index) + 1;
            if (left < _heap.Count && IsBefore(left, first))
            {
                first = left;
            }

            if (left + 1 < _heap.Count && IsBefore(left + 1, first))
            {
                first = left + 1;
            }

            if (first == index)
            {
                return;
            }

            Swap(index, first);
            index = first;
        }
    }

    private bool IsBefore(int a, int b) => _heap[a].WakeUp.DueTime < _heap[b].WakeUp.DueTime;

    private void Swap(int a, int b)
    {
        var held = _heap[a];
        Put(_heap[b], a);
        Put(held, b);
    }

    private void Put(RunEntry run, int index)
    {
        Invariant.That(index < _heap.Count, "a place in the heap exists");
        _heap[index] = run;
        run.WakeUp.Index = index;
    }
}
