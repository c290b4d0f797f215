namespace Holdfast.Bench;

/// <summary>kill -9 with many runs in flight, each in the middle of an activity: how long until every one of them goes on.</summary>
internal static class CrashRecovery
{
    private const double BarMilliseconds = 2_000;
    private const int Runs = 10_000;
    private const int Steps = 10;
    private const int StepsOfLongRuns = 100;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        var times = await CrashAsync(settings, Steps);
        List<Figure> figures =
        [
            Figure.Reported($"after kill -9 with {Runs} runs of {Steps} steps in flight: first line of the process", times.Entered, "ms"),
            Figure.Reported($"after kill -9 with {Runs} runs of {Steps} steps in flight: engine started", times.Started, "ms"),
            Figure.AtMost($"after kill -9 with {Runs} runs of {Steps} steps in flight: all progressing", times.Progressing, "ms", BarMilliseconds),
        ];
        if (!settings.Quick)
        {
            var ofLongRuns = await CrashAsync(settings, StepsOfLongRuns);
            figures.Add(Figure.Reported($"after kill -9 with {Runs} runs of {StepsOfLongRuns} steps in flight: engine started", ofLongRuns.Started, "ms"));
            figures.Add(Figure.Reported($"after kill -9 with {Runs} runs of {StepsOfLongRuns} steps in flight: all progressing", ofLongRuns.Progressing, "ms"));
        }

        return figures;
    }

    private static async Task<RecoveryTimes> CrashAsync(CoreSettings settings, int steps)
    {
        var folder = settings.EmptyFolder("crash");
        using (var load = ChildProcess.Start(ChildCommand.CrashLoad, folder, $"{Runs}", $"{steps}"))
        {
            await load.ReadAnswerAsync<int>();
            await load.KillAsync();
        }

        using var recovered = ChildProcess.StartWithoutProfiling(ChildCommand.CrashRecover, folder, $"{Runs}");
        var times = await recovered.ReadAnswerAsync<RecoveryTimes>();
        await recovered.KillAsync();
        return times;
    }
}
