using System.Diagnostics;

namespace Holdfast.Worker;

/// <summary>While it is open, sees which calls of the workflow code on this thread leave its scheduler, and from where. Costly; used for one attempt after trouble.</summary>
internal sealed class ForeignCallProbe : IDisposable
{
    [ThreadStatic]
    private static ForeignCallProbe? current;

    private readonly ForeignCallProbe? outer;
    private readonly TaskEventListener listener;
    private ForeignCall? certain;
    private ForeignCall? likely;
    private WorkflowScheduler? scheduler;
    private long pieceOfLikely;

    private ForeignCallProbe()
    {
        outer = current;
        current = this;
        listener = new TaskEventListener();
    }

    /// <summary>The probe of this thread; null when none is open.</summary>
    public static ForeignCallProbe? Current => current;

    public static ForeignCallProbe Open() => new();

    /// <summary>Sets the scheduler whose tasks are not foreign.</summary>
    public void Watch(WorkflowScheduler own) => scheduler = own;

    /// <summary>The first call that certainly left the scheduler, or else the last one that may have.</summary>
    public ForeignCall? Culprit() => certain ?? likely;

    /// <summary>A task was handed to a scheduler.</summary>
    public void TaskScheduled(int schedulerId)
    {
        if (certain is null && schedulerId != scheduler?.Id)
        {
            certain = CallSite.Find(new StackTrace(fNeedFileInfo: true), isCertain: true);
        }
    }

    /// <summary>A delay by a timer of the process was made.</summary>
    public void DelayStarted() => certain ??= CallSite.Find(new StackTrace(fNeedFileInfo: true), isCertain: true);

    /// <summary>Code began to wait for a task. Of the awaits that a piece of code comes to, the first is the innermost; those of its callers follow.</summary>
    public void WaitBegan()
    {
        var piece = scheduler?.PiecesRun ?? 0;
        if (piece != pieceOfLikely && CallSite.Find(new StackTrace(fNeedFileInfo: true), isCertain: false) is { } call)
        {
            likely = call;
            pieceOfLikely = piece;
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        current = outer;
    }
}
