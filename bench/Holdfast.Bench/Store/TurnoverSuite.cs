using System.Diagnostics;
using Holdfast.Protocol;
using Holdfast.Storage.Sqlite;

namespace Holdfast.Bench;

/// <summary>A settled store in its steady state: as many closed runs go as come. Reported, not held to bars.</summary>
internal static class TurnoverSuite
{
    private const int RunsPerTurn = 500;

    public static async Task<IReadOnlyList<Figure>> RunAsync(CoreSettings settings)
    {
        var folder = settings.EmptyFolder("turnover");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, SqliteSettledStoreOptions.DefaultFileName);
        List<Figure> figures = [Figure.Reported("history of a run", ClosedRunSource.HistoryBytes, "bytes")];
        await using (var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = path }, CancellationToken.None))
        {
            ClosedRunSource source = new();
            var held = settings.Count(full: 250_000, quick: 20_000);
            figures.Add(Figure.Reported("runs settled, none deleted", await FillAsync(store, source, held), "runs/s"));
            figures.AddRange(await TurnOverAsync(store, source, settings.Count(full: 200, quick: 20)));
            figures.Add(Figure.Reported("file", (double)new FileInfo(path).Length / held, "bytes per run"));
        }

        Directory.Delete(folder, recursive: true);
        FigureReport.PrintFigures(figures);
        return figures;
    }

    /// <summary>Settles runs, and gives how many a second.</summary>
    private static async Task<double> FillAsync(SqliteSettledStore store, ClosedRunSource source, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var runs = 0; runs < count; runs += RunsPerTurn)
        {
            await store.SettleAsync(source.Next(RunsPerTurn), CancellationToken.None);
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<IEnumerable<Figure>> TurnOverAsync(SqliteSettledStore store, ClosedRunSource source, int turns)
    {
        using var process = Process.GetCurrentProcess();
        var (writtenBefore, busyBefore, started) = (ProcessWrites.Bytes, process.TotalProcessorTime, Stopwatch.GetTimestamp());
        for (var turn = 0; turn < turns; turn++)
        {
            await store.SettleAsync(source.Next(RunsPerTurn), CancellationToken.None);
            var deleted = await store.DeleteClosedBeforeAsync(NamespaceRules.Default, DateTimeOffset.MaxValue, RunsPerTurn, lastLsn: turn, CancellationToken.None);
            Check.That(deleted == RunsPerTurn, $"{deleted} of {RunsPerTurn} runs were deleted");
            await store.ForgetDeletedAsync(turn, RunsPerTurn, CancellationToken.None);
        }

        process.Refresh();
        var (seconds, busy, written, count) = (Stopwatch.GetElapsedTime(started).TotalSeconds, process.TotalProcessorTime - busyBefore, ProcessWrites.Bytes - writtenBefore, (double)turns * RunsPerTurn);
        return
        [
            Figure.Reported("runs settled and deleted", count / seconds, "runs/s"),
            Figure.Reported("processor time, settling and deleting one", busy.TotalMicroseconds / count, "us"),
            Figure.Reported("written, settling and deleting one", written / count, "bytes"),
        ];
    }
}
