using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>Switches on one mutant after the other and looks for the first seed that finds it.</summary>
internal static class MutantHunt
{
    /// <summary>The variable that switches a mutant on.</summary>
    public const string Variable = "HOLDFAST_MUTANT";

    private const int MostSeeds = 1_000;
    private static readonly TimeSpan LongestHunt = TimeSpan.FromMinutes(10);

    /// <summary>Hunts all mutants and prints the table.</summary>
    /// <param name="program">The simulation, or another hunter, built with the mutants in it.</param>
    /// <param name="hunted">The mutants.</param>
    /// <param name="arguments">What makes the program tell the first seed that fails.</param>
    /// <param name="only">Part of the names of the mutants to hunt; null: all.</param>
    public static int Run(string program, IReadOnlyList<Mutant> hunted, IReadOnlyList<string> arguments, string? only)
    {
        List<Mutant> mutants = [.. hunted.Where(m => only is null || m.Name.Contains(only, StringComparison.Ordinal))];
        Lock gate = new();
        var found = 0;
        Console.WriteLine("| mutant | defect | first seed | found by |\n|---|---|---|---|");
        Parallel.ForEach(mutants, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, mutant =>
        {
            var finding = Hunt(program, arguments, mutant);
            lock (gate)
            {
                found += finding is null ? 0 : 1;
                Console.WriteLine($"| {mutant.Name} | {mutant.Defect} | {finding ?? "**not found** |"} |");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found} of {mutants.Count} mutants found"));
        return found == mutants.Count ? 0 : 1;
    }

    /// <summary>The first seed that fails, and why, for whoever started this process.</summary>
    /// <param name="start">Where to begin; the hunt ends behind <see cref="MostSeeds"/> seeds.</param>
    public static int FindFirst(int start)
    {
        for (var seed = start; seed < start + MostSeeds; seed++)
        {
            try
            {
                WorldSimulation.Run(new Scenario { Seed = seed });
            }
            catch (SimulationFailure failure)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed} | {Summary(failure.Message)}"));
                return 0;
            }
        }

        return 1;
    }

    private static string? Hunt(string program, IReadOnlyList<string> arguments, Mutant mutant)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[Variable] = mutant.Name;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(LongestHunt))
        {
            process.Kill();
            return null;
        }

        return process.ExitCode == 0 ? output.GetAwaiter().GetResult().Trim() : null;
    }

    private static string Summary(string message)
    {
        const int Most = 100;
        var line = message.Split('\n')[0].Replace('|', '/');
        return line.Length <= Most ? line : $"{line[..Most]}…";
    }
}
