using System.Globalization;

namespace Holdfast.Bench;

/// <summary>
/// The engine's own speed, flushes on. Each part runs on a data folder of its own, which is deleted when it is done, and in a process of its own: what one part leaves
/// in the collector, and what the compiler learned from it, must not change the figures of the next.
/// </summary>
/// <param name="settings">How it runs.</param>
/// <param name="only">The part to be run, in this process; null runs all.</param>
/// <param name="activitiesPerSecond">The throughput that was measured before; 0 when none was.</param>
internal sealed class CoreSuite(CoreSettings settings, string? only, double activitiesPerSecond = 0)
{
    private const string ThroughputPart = "throughput";
    private double _activitiesPerSecond = activitiesPerSecond;

    public Task<IReadOnlyList<Figure>> RunAsync() => only is null ? RunAllAsync() : RunOneAsync();

    private async Task<IReadOnlyList<Figure>> RunAllAsync()
    {
        List<Figure> figures = [];
        foreach (var (name, _) in Parts())
        {
            using var child = ChildProcess.Start(ChildCommand.CorePart, settings.Folder, settings.Quick ? "quick" : "full", name, _activitiesPerSecond.ToString(CultureInfo.InvariantCulture));
            var part = await child.ReadAnswerAsync<Figure[]>();
            figures.AddRange(part);
            if (name == ThroughputPart)
            {
                _activitiesPerSecond = part[0].Value;
            }
        }

        return figures;
    }

    private async Task<IReadOnlyList<Figure>> RunOneAsync()
    {
        var (name, run) = Parts().FirstOrDefault(p => string.Equals(only, p.Name, StringComparison.Ordinal));
        if (run is null)
        {
            throw new InvalidOperationException($"The core suite has no part '{only}'. Its parts: {string.Join(", ", Parts().Select(static p => p.Name))}.");
        }

        Console.WriteLine($"-- {name}");
        var figures = await run();
        FigureReport.PrintFigures(figures);
        return figures;
    }

    private IEnumerable<(string Name, Func<Task<IReadOnlyList<Figure>>> Run)> Parts() =>
    [
        ("latency", () => SequentialLatency.MeasureAsync(settings)),
        (ThroughputPart, ThroughputAsync),
        ("response", ResponseAsync),
        ("history", () => LongHistory.MeasureAsync(settings)),
        ("crash", () => CrashRecovery.MeasureAsync(settings)),
        ("sleep", () => SleepingRuns.MeasureAsync(settings)),
        ("start", () => EmptyStart.MeasureAsync(settings)),
        ("reset", () => LargeReset.MeasureAsync(settings)),
    ];

    private async Task<IReadOnlyList<Figure>> ThroughputAsync()
    {
        var figures = await Throughput.MeasureAsync(settings);
        _activitiesPerSecond = figures[0].Value;
        return figures;
    }

    private async Task<IReadOnlyList<Figure>> ResponseAsync()
    {
        if (_activitiesPerSecond == 0)
        {
            await ThroughputAsync();
        }

        return await ResponseUnderLoad.MeasureAsync(settings, _activitiesPerSecond / 2);
    }
}
