namespace Holdfast.Bench;

/// <summary>Counts the progress of each run since the process began.</summary>
internal static class TrackedActivities
{
    private static RunProgress? Progress;

    public static void Track(RunProgress progress) => Volatile.Write(ref Progress, progress);

    /// <summary>Makes a step of a run. One that has made its steps is held in the next, when its progress says so.</summary>

    [Activity]
    public static async Task<int> ProgressAsync(int run)
    {
        await (Volatile.Read(ref Progress)?.NoteAsync(run) ?? Task.CompletedTask);
        return run;
    }
}
