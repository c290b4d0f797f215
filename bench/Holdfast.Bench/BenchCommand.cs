namespace Holdfast.Bench;

/// <summary>Runs a suite, prints its figures and writes them as JSON.</summary>
internal static class BenchCommand
{
    private const int UsageError = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || !string.Equals(args[0], "core", StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync("Usage: bench core [--quick] [--json FILE] [--data FOLDER]");
            return UsageError;
        }

        var quick = args.Contains("--quick", StringComparer.Ordinal);
        var folder = Path.GetFullPath(ValueOf(args, "--data") ?? Path.Combine("artifacts", "bench-data"));
        var figures = await new CoreSuite(folder, quick).RunAsync();
        FigureReport.Print(figures);
        if (ValueOf(args, "--json") is { } file)
        {
            FigureReport.Write(figures, file);
        }

        return figures.All(static f => f.Pass) ? 0 : 1;
    }

    private static string? ValueOf(string[] args, string option)
    {
        var index = Array.IndexOf(args, option);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
