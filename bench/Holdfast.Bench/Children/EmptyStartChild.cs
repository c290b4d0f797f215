using System.Diagnostics;

namespace Holdfast.Bench;

internal static class EmptyStartChild
{
    public static async Task RunAsync(string folder)
    {
        using var host = BenchHost.Build(folder, static options => options);
        var started = Stopwatch.GetTimestamp();
        await host.StartAsync();
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await host.StopAsync();
        ChildProcess.Answer(milliseconds);
    }
}
