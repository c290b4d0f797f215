using System.Diagnostics;

namespace Holdfast.Worker;

/// <summary>While it is open, sees which calls of the workflow code on this thread leave its scheduler, and from where. Costly; used for one attempt after trouble.</summary>
internal sealed class ForeignCallProbe : IDisposable
{
    [ThreadStatic]
    private static ForeignCallProbe? _current;

    private readonly ForeignCallProbe? _outer;
    private readonly TaskEventListener _listener;
    private ForeignCall? _certain;
    private ForeignCall? _likely;
    private WorkflowScheduler? _scheduler;
    private long _pieceOfLikely;

    private ForeignCallProbe()
    {
        _outer = _current;
        _current = this;
        _listener = new TaskEventListener();
    }

    /// <summary>The probe of this thread; null when none is open.</summary>
    public static ForeignCallProbe? Current => _current;

    public static ForeignCallProbe Open() => new();

    /// <summary>Sets the scheduler whose tasks are not foreign.</summary>
    public void Watch(WorkflowScheduler own) => _scheduler = own;

    /// <summary>The first call that certainly left the scheduler, or else the last one that may have.</summary>
    public ForeignCall? Culprit() => _certain ?? _likely;

    /// <summary>A task was handed to a scheduler.</summary>
    public void TaskScheduled(int schedulerId)
    {
        if (_certain is null && schedulerId != _scheduler?.Id)
        {
            _certain = CallSite.Find(new StackTrace(fNeedFileInfo: true), isCertain: true);
        }
    }

    /// <summary>A delay by a timer of the process was made.</summary>
    public void DelayStarted() => _certain ??= CallSite.Find(new StackTrace(fNeedFileInfo: true), isCertain: true);

    /// <summary>Code began to wait for a task. Of the awaits that a piece of code comes to, the first is the innermost; those of its callers follow.</summary>
    public void WaitBegan()
    {
        var piece = _scheduler?.PiecesRun ?? 0;
        if (piece != _pieceOfLikely && CallSite.Find(new StackTrace(fNeedFileInfo: true), isCertain: false) is { } call)
        {
            _likely = call;
            _pieceOfLikely = piece;
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _current = _outer;
    }
}
