using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Which workflows of an owner may have runs in the settled store, so that the start of a workflow whose ID was never used asks nobody. Says yes for a few others
/// as well, and for all until the store was read through.
/// </summary>
/// <remarks>
/// Workflows that were deleted stay in the filter, which would grow with all that ever ran. So when as many were added as the store had, the store is read through
/// again (<see cref="WorkflowScan"/>) into another filter, which then takes the place of the first; what is added meanwhile goes into both. Touched by its owner's
/// loop alone.
/// </remarks>
/// <param name="leastBeforeRenewal">Workflows that must have been added at the least before the store is read through again.</param>
internal sealed class KnownWorkflows(int leastBeforeRenewal = KnownWorkflows.LeastBeforeRenewal)
{
    private const int LeastBeforeRenewal = 1 << 18;
    private WorkflowFilter? _known;
    private WorkflowFilter? _next = new();
    private long _countAtRenewal;

    /// <summary>True when so many workflows were added since the store was read through that most in the filter may have been deleted, or reading failed long ago.</summary>
    public bool IsRenewalDue => (_known ?? _next)!.Count - _countAtRenewal >= Math.Max(leastBeforeRenewal, _countAtRenewal);

    /// <summary>Memory that it takes.</summary>
    public long Bytes => (_known?.Bytes ?? 0) + (_next?.Bytes ?? 0);

    /// <summary>The store will be read through from the beginning.</summary>
    /// <param name="inMemory">The workflows in memory: their runs may be on their way to the store, and what is read may not have them yet.</param>
    public void BeginRenewal(IEnumerable<WorkflowKey> inMemory)
    {
        _next = new WorkflowFilter();
        foreach (var workflow in inMemory)
        {
            _next.Add(workflow);
        }
    }

    /// <summary>The store has, or had a moment ago, a run of the workflow.</summary>
    public void AddRead(WorkflowKey workflow) => _next?.Add(workflow);

    /// <summary>Everything that the store had was added.</summary>
    public void Complete()
    {
        if (_next is null)
        {
            return;
        }

        (_known, _next) = (_next, null);
        _countAtRenewal = _known.Count;
    }

    /// <summary>A run of the workflow is about to be in the settled store.</summary>
    public void Add(WorkflowKey workflow)
    {
        _known?.AddIfNew(workflow);
        _next?.AddIfNew(workflow);
    }

    /// <summary>False when the settled store has no run of the workflow.</summary>
    public bool MayHave(WorkflowKey workflow) => _known?.MayHave(workflow) ?? true;
}
