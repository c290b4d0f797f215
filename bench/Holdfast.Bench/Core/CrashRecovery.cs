namespace Holdfast.Bench;

/// <summary>kill -9 with many runs in flight: how long until every one of them goes on.</summary>
internal static class CrashRecovery
{
    private const double BarMilliseconds = 2_000;
    private const int Runs = 10_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        var folder = settings.EmptyFolder("crash");
        using (var load = ChildProcess.Start(ChildCommand.CrashLoad, folder, $"{Runs}"))
        {
            await load.ReadAnswerAsync<int>();
            await load.KillAsync();
        }

        using var recovered = ChildProcess.StartWithoutProfiling(ChildCommand.CrashRecover, folder, $"{Runs}");
        var times = await recovered.ReadAnswerAsync<RecoveryTimes>();
        await recovered.KillAsync();
        return
        [
            Figure.Reported($"after kill -9 with {Runs} runs in flight: first line of the process", times.Entered, "ms"),
            Figure.Reported($"after kill -9 with {Runs} runs in flight: engine started", times.Started, "ms"),
            Figure.AtMost($"after kill -9 with {Runs} runs in flight: all progressing", times.Progressing, "ms", BarMilliseconds),
        ];
    }
}
