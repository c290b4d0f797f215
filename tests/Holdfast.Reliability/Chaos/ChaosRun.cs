using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>Kills and stops a process at random moments, starts it again, and checks what is left.</summary>
/// <param name="folder">An empty folder.</param>
/// <param name="seed">Of the moments.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ChaosRun(ChaosFolder folder, int seed, TimeProvider timeProvider)
{
    private static readonly TimeSpan MostForTheRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MostUntilWork = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Random _chance = new(seed);

    public int Kills { get; private set; }

    public int Stops { get; private set; }

    /// <summary>Runs it.</summary>
    /// <param name="duration">How long processes are killed; then what was begun is finished.</param>
    /// <returns>What is wrong, and what was done.</returns>
    public async Task<ChaosVerdict> RunAsync(TimeSpan duration)
    {
        List<string> wrong = [];
        var began = timeProvider.GetTimestamp();
        while (wrong.Count == 0 && timeProvider.GetElapsedTime(began) < duration)
        {
            wrong.AddRange(await LiveAsync());
        }

        if (wrong.Count == 0)
        {
            using var last = ChaosProcess.Start(folder, isFinishing: true);
            if (await last.EndAsync(MostForTheRest) is { } trouble)
            {
                wrong.Add(trouble);
            }
        }

        return ChaosVerdict.Of(folder, wrong);
    }

    /// <summary>One life of the process.</summary>
    private async Task<IReadOnlyList<string>> LiveAsync()
    {
        using var process = ChaosProcess.Start(folder, isFinishing: false);
        if (_chance.Next(4) != 0)
        {
            await WaitForWorkAsync(process);
        }

        await WaitAsync(0, 3_000);
        if (_chance.Next(3) == 0 && !process.HasExited)
        {
            process.Stop();
            await WaitAsync(50, 2_500);
            process.Continue();
            Stops++;
            await WaitAsync(0, 1_000);
        }

        if (process.HasExited)
        {
            return [await process.EndAsync(MostForTheRest) ?? "the process ended by itself"];
        }

        await process.KillAsync();
        Kills++;
        return [];
    }

    /// <summary>Waits until clients were told something; the other lives end wherever they are, often before that.</summary>
    private async Task WaitForWorkAsync(ChaosProcess process)
    {
        var (before, began) = (folder.Told.Length, timeProvider.GetTimestamp());
        while (folder.Told.Length == before && !process.HasExited && timeProvider.GetElapsedTime(began) < MostUntilWork)
        {
            await Task.Delay(BetweenLooks, timeProvider);
        }
    }

    private Task WaitAsync(int least, int most) => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(least, most)), timeProvider);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kills} kills, {Stops} stops, seed {seed}");
}
