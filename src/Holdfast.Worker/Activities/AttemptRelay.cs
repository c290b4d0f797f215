using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>
/// Hands an attempt that begins while another is being reported to the thread that reports, which runs it next. When one run goes on alone, the report itself brings
/// its next activity; given to the thread pool, it would wake a second thread, and the two would contend for it.
/// </summary>
/// <remarks>
/// The slot is open during a report only, never while an activity's own code runs. It holds one attempt: the next one that comes sends the one before to the pool, so that
/// none waits while a thread that got the engine's work to do goes on with it.
/// </remarks>
internal static class AttemptRelay
{
    [ThreadStatic]
    private static bool IsOpen;

    [ThreadStatic]
    private static bool IsRunning;

    [ThreadStatic]
    private static ActivityAttempt? Next;

    /// <summary>Starts an attempt: as the next of this thread when it reports, else on the pool.</summary>
    public static void Start(ActivityAttempt attempt)
    {
        var queued = attempt;
        if (IsOpen)
        {
            (queued, Next) = (Next, attempt);
        }

        if (queued is not null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(queued, preferLocal: true);
        }
    }

    /// <summary>Reports, and runs what the report has started on this thread.</summary>
    public static void Report(IActivityReports reports, RespondActivityTaskRequest report, IReportReceipt receipt)
    {
        if (!PoolThread.IsCurrent)
        {
            reports.Report(report, receipt);
            return;
        }

        IsOpen = true;
        try
        {
            reports.Report(report, receipt);
        }
        finally
        {
            IsOpen = false;
            RunNext();
        }
    }

    /// <summary>Attempts that end at once come here again from within: the outermost call runs them one after the other.</summary>
    private static void RunNext()
    {
        if (IsRunning)
        {
            return;
        }

        IsRunning = true;
        while (Next is { } next)
        {
            Next = null;
            PoolThread.RunClean(static attempt => _ = ((ActivityAttempt)attempt!).RunAsync(), next);
        }

        IsRunning = false;
    }
}
