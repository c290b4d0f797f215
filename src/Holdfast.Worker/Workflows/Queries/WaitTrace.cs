using System.Diagnostics;

namespace Holdfast.Worker;

/// <summary>Where each wait of a run's code was begun. Costly; kept only by a run that is replayed to answer for it.</summary>
internal sealed class WaitTrace
{
    private readonly Dictionary<object, TracedWait> _waits = [];

    /// <summary>The waits that are not over, in the order in which they began.</summary>
    public IReadOnlyList<TracedWait> Waits => [.. _waits.Values.OrderBy(static w => w.Number)];

    private int Begun { get; set; }

    public void Begin(object wait, string what) => _waits[wait] = new TracedWait(++Begun, what, CallSite.FramesOfUser(new StackTrace(fNeedFileInfo: true)));

    public void End(object wait) => _waits.Remove(wait);
}
