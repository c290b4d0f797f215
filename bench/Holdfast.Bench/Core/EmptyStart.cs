namespace Holdfast.Bench;

/// <summary>The start of an embedded engine on an empty folder, in a fresh process.</summary>
internal static class EmptyStart
{
    private const double BarMilliseconds = 300;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        List<double> starts = [];
        for (var i = 0; i < settings.Count(full: 10, quick: 5); i++)
        {
            using var child = ChildProcess.Start(ChildCommand.EmptyStart, settings.EmptyFolder("start"));
            starts.Add(await child.ReadAnswerAsync<double>());
        }

        return
        [
            Figure.AtMost("start on an empty folder, median", Percentile.Of(starts, 50), "ms", BarMilliseconds),
            Figure.Reported("start on an empty folder, slowest", starts.Max(), "ms"),
        ];
    }
}
