namespace Holdfast.Protocol;

/// <summary>For code that does on the thread which calls it what would otherwise go to the thread pool.</summary>
internal static class PoolThread
{
    private static readonly ExecutionContext CleanContext = CaptureCleanContext();

    /// <summary>True on a thread of the pool with no scheduler and no synchronization context around it: it may be held up, and what runs on it is as if the pool ran it.</summary>
    public static bool IsCurrent =>
        Thread.CurrentThread.IsThreadPoolThread && SynchronizationContext.Current is null && TaskScheduler.Current == TaskScheduler.Default;

    /// <summary>Runs code that sees nothing of its caller's context.</summary>
    public static void RunClean(ContextCallback code, object state) => ExecutionContext.Run(CleanContext, code, state);

    private static ExecutionContext CaptureCleanContext()
    {
        ExecutionContext? context = null;
        Thread thread = new(() => context = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return context!;
    }
}
