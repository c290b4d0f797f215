namespace Holdfast.Simulation;

/// <summary>What workflows do whose starts are limited.</summary>
internal static class LimitedWork
{
    private static readonly ActivityOptions OneMinute = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>Counts, waits, and gives its input.</summary>
    public static async Task<string> RunAsync(string name, int milliseconds)
    {
        await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.CountAsync(name, 0), OneMinute);
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(milliseconds));
        return name;
    }
}
