namespace Holdfast.Bench;

/// <summary>Counts the progress of each run since the process began.</summary>
internal static class TrackedActivities
{
    private static RunProgress? s_progress;

    public static void Track(RunProgress progress) => Volatile.Write(ref s_progress, progress);

    [Activity]
    public static Task<int> ProgressAsync(int run)
    {
        Volatile.Read(ref s_progress)?.Note(run);
        return Task.FromResult(run);
    }
}
