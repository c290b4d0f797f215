using System.Diagnostics;
using System.Globalization;
using Holdfast.Runtime;

namespace Holdfast.Bench;

/// <summary>Pages and counts with a million settled runs, through the engine. Reported, not held to bars: what is slow is told in docs/guides/search-and-listing.md.</summary>
internal static class ListingSuite
{
    private const int PageSize = 100;

    public static async Task<IReadOnlyList<Figure>> RunAsync(CoreSettings settings)
    {
        var count = settings.Count(full: 1_000_000, quick: 20_000);
        var rounds = settings.Count(full: 50, quick: 10);
        var folder = settings.EmptyFolder("listing");
        Directory.CreateDirectory(folder);
        List<Figure> figures = [Figure.Reported("runs settled", await ListedRuns.FillAsync(Path.Combine(folder, "holdfast.db"), count), "runs/s")];
        await using (var engine = await BenchEngine.StartAsync(folder, new EngineOptions { Retention = TimeSpan.FromDays(36_500) }))
        {
            foreach (var (name, filter, expected) in Pages(count))
            {
                figures.Add(Median(name, await TimesAsync(rounds, async () => Check.That(await PageAsync(engine.Client, filter) == Math.Min(expected, PageSize), $"the page of '{filter}' is not full"))));
            }

            foreach (var (name, filter, expected) in Counts(count))
            {
                figures.Add(Median(name, await TimesAsync(Math.Max(1, rounds / 10), async () => Check.That((await engine.Client.CountWorkflowsAsync(filter)).Count == expected, $"'{filter}' is counted wrong"))));
            }
        }

        Directory.Delete(folder, recursive: true);
        FigureReport.PrintFigures(figures);
        return figures;
    }

    private static IEnumerable<(string Name, string Filter, int Expected)> Pages(int count) =>
    [
        ("page of all", string.Empty, count),
        ("page, oldest first", "ORDER BY StartTime ASC", count),
        ("page by type and status", "WorkflowType = 'Type0' AND ExecutionStatus = 'Failed'", count / ListedRuns.Types),
        ("page by a Keyword", "Region = 'region-7'", count / ListedRuns.Regions),
        ("page by a range of an Int", Invariant($"Amount >= {count / 2} AND Amount < {(count / 2) + 50}"), 50),
        ("page by a workflow ID", "WorkflowId = 'order-0000042'", 1),
        ("page by a prefix of workflow IDs", "WorkflowId STARTS_WITH 'order-00001'", Math.Min(100, count)),
    ];

    private static IEnumerable<(string Name, string Filter, int Expected)> Counts(int count) =>
    [
        ("count of all", string.Empty, count),
        ("count by status", "GROUP BY ExecutionStatus", count),
        ("count by a Keyword", "Region = 'region-7'", count / ListedRuns.Regions),
    ];

    private static async Task<int> PageAsync(IHoldfastClient client, string filter)
    {
        var listed = 0;
        await foreach (var _ in client.ListWorkflowsAsync(new WorkflowListFilter { Text = filter, PageSize = PageSize }))
        {
            if (++listed == PageSize)
            {
                break;
            }
        }

        return listed;
    }

    private static async Task<IReadOnlyList<double>> TimesAsync(int rounds, Func<Task> work)
    {
        List<double> milliseconds = [];
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return milliseconds;
    }

    private static Figure Median(string name, IReadOnlyList<double> milliseconds) => Figure.Reported($"{name}, median", Percentile.Of(milliseconds, 50), "ms");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
