namespace Holdfast.Bench;

/// <summary>The engine's own speed, flushes on. Each part runs on a data folder of its own, which is deleted when it is done.</summary>
internal sealed class CoreSuite(CoreSettings settings, string? only)
{
    private double _activitiesPerSecond;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        List<Figure> figures = [];
        foreach (var (name, run) in Parts())
        {
            if (only is null || string.Equals(only, name, StringComparison.Ordinal))
            {
                Console.WriteLine($"-- {name}");
                var part = await run();
                FigureReport.PrintFigures(part);
                figures.AddRange(part);
            }
        }

        if (figures.Count == 0)
        {
            throw new InvalidOperationException($"The core suite has no part '{only}'. Its parts: {string.Join(", ", Parts().Select(static p => p.Name))}.");
        }

        return figures;
    }

    private IEnumerable<(string Name, Func<Task<IReadOnlyList<Figure>>> Run)> Parts() =>
    [
        ("latency", () => SequentialLatency.MeasureAsync(settings)),
        ("throughput", ThroughputAsync),
        ("response", ResponseAsync),
        ("history", () => LongHistory.MeasureAsync(settings)),
        ("crash", () => CrashRecovery.MeasureAsync(settings)),
        ("sleep", () => SleepingRuns.MeasureAsync(settings)),
        ("start", () => EmptyStart.MeasureAsync(settings)),
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
