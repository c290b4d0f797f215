using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Bench;

/// <summary>Half of what the machine just showed that it can do, for half an hour: memory must stay flat and the folder bounded. Closed runs are kept for a minute, so that deleting keeps up is part of it.</summary>
internal static class SoakSuite
{
    private const double GrowthBar = 1.2;
    private const int BytesPerMegabyte = 1_000_000;
    private const int Seed = 4;
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> RunAsync(CoreSettings settings)
    {
        var duration = TimeSpan.FromMinutes(settings.Count(full: 30, quick: 5));
        var half = (await Throughput.MeasureAsync(settings with { Quick = true }))[0].Value / 2;
        var folder = settings.EmptyFolder("soak");
        using var host = await BenchHost.StartAsync(folder, static options => options with { Retention = Retention });
        var client = BenchHost.ClientOf(host);
        var countBefore = StepActivities.Count;
        var load = Task.Run(() => OpenLoop.RunAsync(half / Throughput.ActivitiesPerRun, duration, Seed, _ => ExecuteAsync(client)));
        var samples = await SampleAsync(folder, settings.Count(full: 60, quick: 15), duration, load);
        var activities = StepActivities.Count - countBefore;
        await host.StopAsync();
        return Figures(samples, activities / duration.TotalSeconds);
    }

    private static async Task ExecuteAsync(IHoldfastClient client)
    {
        var reached = await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(Throughput.ActivitiesPerRun));
        Check.That(reached == Throughput.ActivitiesPerRun, $"a run of {Throughput.ActivitiesPerRun} activities gave {reached}");
    }

    private static async Task<IReadOnlyList<SoakSample>> SampleAsync(string folder, int intervalSeconds, TimeSpan duration, Task load)
    {
        List<SoakSample> samples = [];
        var started = Stopwatch.GetTimestamp();
        for (var due = intervalSeconds; due < duration.TotalSeconds && !load.IsCompleted; due += intervalSeconds)
        {
            await Task.WhenAny(load, Task.Delay(TimeSpan.FromSeconds(due) - Stopwatch.GetElapsedTime(started)));
            var sample = SoakSample.Take(Stopwatch.GetElapsedTime(started).TotalSeconds, folder);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample.Seconds,6:N0} s   objects {sample.ManagedBytes / BytesPerMegabyte,6:N0} MB   process {sample.ResidentBytes / BytesPerMegabyte,6:N0} MB   folder {sample.FolderBytes / BytesPerMegabyte,7:N0} MB   {StepActivities.Count,12:N0} activities"));
            samples.Add(sample);
        }

        await load;
        return samples;
    }

    /// <summary>The last third of the samples against the middle third: the first third is the way to the steady state.</summary>
    private static IReadOnlyList<Figure> Figures(IReadOnlyList<SoakSample> samples, double activitiesPerSecond)
    {
        var third = samples.Count / 3;
        Check.That(third > 0, "too few samples were taken");
        double Growth(Func<SoakSample, long> read) => samples.TakeLast(third).Average(read) / samples.Skip(third).Take(third).Average(read);
        return
        [
            Figure.Reported("load", activitiesPerSecond, "activities/s"),
            Figure.Reported("live objects at the end", (double)samples[^1].ManagedBytes / BytesPerMegabyte, "MB"),
            Figure.Reported("memory of the process at the end", (double)samples[^1].ResidentBytes / BytesPerMegabyte, "MB"),
            Figure.Reported("data folder at the end", (double)samples[^1].FolderBytes / BytesPerMegabyte, "MB"),
            Figure.AtMost("live objects, last third / middle third", Growth(static s => s.ManagedBytes), "ratio", GrowthBar),
            Figure.AtMost("memory of the process, last third / middle third", Growth(static s => s.ResidentBytes), "ratio", GrowthBar),
            Figure.AtMost("data folder, last third / middle third", Growth(static s => s.FolderBytes), "ratio", GrowthBar),
        ];
    }
}
