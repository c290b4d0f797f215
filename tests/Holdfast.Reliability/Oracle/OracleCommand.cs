using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>The program behind <c>./dev oracle</c>.</summary>
internal static class OracleCommand
{
    private const int DefaultRuns = 50;

    private const int MostSequencesOfHunt = 300;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains("--find-first"))
        {
            return await FindFirstAsync();
        }

        var (start, runs) = (Arguments.Number(args, "--start", 1), Arguments.Number(args, "--runs", DefaultRuns));
        var began = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("holdfast-oracle-").FullName;
        try
        {
            OracleSession session = new(folder);
            for (var seed = start; seed < start + runs; seed++)
            {
                await session.RunAsync(seed);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} sequences, {session.Operations} operations compared on 2 engines, refusals {string.Join(' ', session.Refusals.Order(StringComparer.Ordinal))}, {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s"));
            var missing = session.Missing();
            Console.WriteLine(missing.Count == 0 ? "Every kind of operation succeeded, every method of the service gave an answer and every type of event was produced." : $"Does not count: {string.Join(", ", missing)}. Give it more --runs.");
            return missing.Count == 0 ? 0 : 1;
        }
        catch (OracleFailure failure)
        {
            Console.WriteLine(failure.Message);
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The first sequence that fails, and why, for whoever hunts a defect that was built in on purpose.</summary>
    private static async Task<int> FindFirstAsync()
    {
        var folder = Directory.CreateTempSubdirectory("holdfast-oracle-").FullName;
        OracleSession session = new(folder) { Patience = TimeSpan.FromSeconds(10) };
        for (var seed = 1; seed <= MostSequencesOfHunt; seed++)
        {
            try
            {
                await session.RunAsync(seed);
            }
            catch (OracleFailure failure)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed} | {failure.Summary}"));
                return 0;
            }
        }

        return 1;
    }
}
