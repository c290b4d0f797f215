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
        var held = settings.Count(full: 250_000, quick: 20_000);
        var turns = settings.Count(full: 200, quick: 20);
        var folder = settings.EmptyFolder("turnover");
        Directory.CreateDirectory(folder);
        IReadOnlyList<Figure> figures;
        await using (var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path.Combine(folder, SqliteSettledStoreOptions.DefaultFileName) }, CancellationToken.None))
        {
            ClosedRunSource source = new();
            var filling = Stopwatch.GetTimestamp();
            for (var runs = 0; runs < held; runs += RunsPerTurn)
            {
                await store.SettleAsync(source.Next(RunsPerTurn), CancellationToken.None);
            }

            var fillSeconds = Stopwatch.GetElapsedTime(filling).TotalSeconds;
            var (writtenBefore, busyBefore, turning) = (ProcessWrites.Bytes, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
            for (var turn = 0; turn < turns; turn++)
            {
                await store.SettleAsync(source.Next(RunsPerTurn), CancellationToken.None);
                var deleted = await store.DeleteClosedBeforeAsync(NamespaceRules.Default, DateTimeOffset.MaxValue, RunsPerTurn, lastLsn: turn, CancellationToken.None);
                Check.That(deleted == RunsPerTurn, $"{deleted} of {RunsPerTurn} runs were deleted");
                await store.ForgetDeletedAsync(turn, RunsPerTurn, CancellationToken.None);
            }

            var (seconds, busy, count) = (Stopwatch.GetElapsedTime(turning).TotalSeconds, Process.GetCurrentProcess().TotalProcessorTime - busyBefore, (double)turns * RunsPerTurn);
            figures =
            [
                Figure.Reported("history of a run", ClosedRunSource.HistoryBytes, "bytes"),
                Figure.Reported("runs settled, none deleted", held / fillSeconds, "runs/s"),
                Figure.Reported("runs settled and deleted", count / seconds, "runs/s"),
                Figure.Reported("processor time, settling and deleting one", busy.TotalMicroseconds / count, "us"),
                Figure.Reported("written, settling and deleting one", (ProcessWrites.Bytes - writtenBefore) / count, "bytes"),
                Figure.Reported("file", (double)new FileInfo(Path.Combine(folder, SqliteSettledStoreOptions.DefaultFileName)).Length / held, "bytes per run"),
            ];
        }

        Directory.Delete(folder, recursive: true);
        FigureReport.PrintFigures(figures);
        return figures;
    }
}
