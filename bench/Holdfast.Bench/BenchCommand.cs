using System.Globalization;

namespace Holdfast.Bench;

/// <summary>Runs a suite, prints its figures and writes them as JSON.</summary>
internal static class BenchCommand
{
    private const int UsageError = 2;

    /// <summary>Everything was measured and was right, but a bar was missed: apart from a failure, because a busy machine misses bars.</summary>
    private const int BarMissed = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["child", ..])
        {
            await ChildCommand.RunAsync(args[1..]);
            return 0;
        }

        var quick = args.Contains("--quick", StringComparer.Ordinal);
        var folder = Path.GetFullPath(ValueOf(args, "--data") ?? Path.Combine("artifacts", "bench-data"));
        CoreSettings settings = new(folder, quick);
        var soak = SoakOptions.Of(quick, NumberOf(args, "--minutes"), NumberOf(args, "--load"));
        if (args is ["soak", ..] && soak.Error is { } error)
        {
            await Console.Error.WriteLineAsync(error);
            return UsageError;
        }

        Func<Task<IReadOnlyList<Figure>>>? suite = args.FirstOrDefault() switch
        {
            "core" => new CoreSuite(settings, ValueOf(args, "--only")).RunAsync,
            "listing" => () => ListingSuite.RunAsync(settings),
            "turnover" => () => TurnoverSuite.RunAsync(settings),
            "soak" => () => SoakSuite.RunAsync(settings, soak),
            _ => null,
        };
        if (suite is null)
        {
            await Console.Error.WriteLineAsync("Usage: bench core|listing|turnover|soak [--quick] [--only PART] [--minutes N] [--load ACTIVITIES_PER_SECOND] [--json FILE] [--data FOLDER]");
            return UsageError;
        }

        FigureReport.PrintMachine();
        var figures = await suite();
        if (ValueOf(args, "--json") is { } file)
        {
            FigureReport.Write(figures, file);
        }

        return figures.All(static f => f.Pass) ? 0 : BarMissed;
    }

    private static double? NumberOf(string[] args, string option) => ValueOf(args, option) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;

    private static string? ValueOf(string[] args, string option)
    {
        var index = Array.IndexOf(args, option);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
