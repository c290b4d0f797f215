namespace Holdfast.Bench;

/// <summary>Both sides of a crash: the process that is killed, and the one that recovers.</summary>
internal static class CrashChild
{
    /// <summary>Has many runs in flight, each held in an activity after so many steps, says so, and waits to be killed.</summary>
    public static async Task LoadAsync(string folder, int runs, int stepsEach)
    {
        RunProgress progress = new(runs, stepsEach, holdsThem: true);
        TrackedActivities.Track(progress);
        using var host = await BenchHost.StartAsync(folder, activitySlots: runs);
        var client = BenchHost.ClientOf(host);
        await Task.WhenAll(Enumerable.Range(0, runs).Select(run => client.StartWorkflowAsync((TrackedWorkflow w) => w.RunAsync(run))));
        await progress.AllDone;
        ChildProcess.Answer(runs);
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Starts on what the other left, and says when the engine was up and when every run had made a step.</summary>
    public static async Task RecoverAsync(string folder, int runs)
    {
        var processMilliseconds = ProcessAge.Milliseconds;
        RunProgress progress = new(runs, stepsEach: 1, holdsThem: true);
        TrackedActivities.Track(progress);
        using var host = await BenchHost.StartAsync(folder, activitySlots: runs);
        var engineMilliseconds = ProcessAge.Milliseconds;
        await progress.AllDone;
        ChildProcess.Answer(new RecoveryTimes(processMilliseconds, engineMilliseconds, ProcessAge.Milliseconds));
        await Task.Delay(Timeout.Infinite);
    }
}
