using System.Diagnostics;

namespace Holdfast.Bench;

/// <summary>Half of what the machine just showed that it can do, for half an hour: memory must stay flat and the folder bounded. Closed runs are kept for a minute, so that deleting keeps up is part of it.</summary>
internal static class SoakSuite
{
    private const int Seed = 4;
    private const int WarmUpRuns = 15_000;
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(CoreSettings settings, SoakOptions options)
    {
        var activitiesPerSecond = options.ActivitiesPerSecond ?? ((await Throughput.MeasureAsync(settings with { Quick = true }))[0].Value / 2);
        var folder = settings.EmptyFolder("soak");
        using var host = await BenchHost.StartAsync(folder, static engine => engine with { Retention = Retention });
        var client = BenchHost.ClientOf(host);
        await Throughput.RunManyAsync(client, WarmUpRuns); // what is compiled later would stand in the figures
        SoakLoad load = new(client, activitiesPerSecond / Throughput.ActivitiesPerRun, Seed);
        var (countBefore, started) = (StepActivities.Count, Stopwatch.GetTimestamp());
        var running = Task.Run(() => load.RunAsync(options.Duration));
        ResponseTimes responses = new();
        var samples = await SampleAsync(folder, options, load, responses, running);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var activities = StepActivities.Count - countBefore;
        await host.StopAsync();
        if (load.FirstFailure is { } failure)
        {
            await Console.Error.WriteLineAsync($"The first failure: {failure}");
        }

        var figures = SoakVerdict.Of(samples, new SoakTotals(seconds, activitiesPerSecond, activities, load.Failed, load.Refused, responses.MillisecondsAt(50), responses.MillisecondsAt(99)));
        FigureReport.PrintFigures(figures);
        return figures;
    }

    private static async Task<IReadOnlyList<SoakSample>> SampleAsync(string folder, SoakOptions options, SoakLoad load, ResponseTimes responses, Task running)
    {
        List<SoakSample> samples = [];
        using Residence residence = new();
        var (started, countBefore) = (Stopwatch.GetTimestamp(), StepActivities.Count);
        for (var due = options.Interval; due <= options.Duration && !running.IsCompleted; due += options.Interval)
        {
            var wait = due - Stopwatch.GetElapsedTime(started);
            await Task.WhenAny(running, Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero));
            var recent = load.Responses.Take();
            responses.Add(recent);
            var sample = SoakSample.Take(Stopwatch.GetElapsedTime(started).TotalSeconds, folder, StepActivities.Count - countBefore, load, recent, residence);
            Console.WriteLine(sample);
            samples.Add(sample);
        }

        await running;
        responses.Add(load.Responses.Take());
        return samples;
    }
}
