using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>The program behind <c>./dev sim</c>.</summary>
internal static class SimulationCommand
{
    private const int UsageError = 2;
    private const string Usage = """
        sim [--seeds N] [--start S]      N worlds from seed S, one after the other on each processor (default: 200 from 1)
        sim --seed SCENARIO [--trace]    one world again, twice; with --trace every step of it, in words
        sim --seed SCENARIO --shrink     what can be left out of a world that fails
        sim --regressions                the worlds that once failed, each twice
        sim --mutants [--only NAME] [--start S]  builds defects into a copy of the engine and looks whether each is found within 1,000 seeds
        """;

    public static int Run(string[] args)
    {
        try
        {
            if (Value(args, "--write-mutants") is { } target)
            {
                MutantSources.Write(Directory.GetCurrentDirectory(), target);
                return 0;
            }

            if (Value(args, "--hunt-mutants") is { } program)
            {
                return MutantHunt.Run(program, MutantList.All, ["--find-first", "--start", Value(args, "--start") ?? "1"], Value(args, "--only"));
            }

            if (Value(args, "--hunt-mutants-of-model") is { } oracle)
            {
                return MutantHunt.Run(oracle, MutantList.OfModel, ["oracle", "--find-first"], Value(args, "--only"));
            }

            if (args.Contains("--find-first"))
            {
                return MutantHunt.FindFirst(Number(args, "--start", 1));
            }

            if (args.Contains("--regressions"))
            {
                return Regression.All().Aggregate(0, (outcome, regression) => Math.Max(outcome, SingleWorld.Run(regression.Scenario, trace: null)));
            }

            if (Value(args, "--seed") is { } scenario)
            {
                if (args.Contains("--shrink"))
                {
                    Console.WriteLine(FailureReport.Shrink(Scenario.Parse(scenario)));
                    return 1;
                }

                return SingleWorld.Run(Scenario.Parse(scenario), args.Contains("--trace") ? Console.Out : null);
            }

            return SeedRange.Run(Number(args, "--start", 1), Number(args, "--seeds", SeedRange.DefaultSeeds));
        }
        catch (FormatException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine(Usage);
            return UsageError;
        }
    }

    private static int Number(string[] args, string option, int otherwise) => Value(args, option) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    private static string? Value(string[] args, string option)
    {
        var index = Array.IndexOf(args, option);
        return index < 0 ? null : index + 1 < args.Length ? args[index + 1] : throw new FormatException($"{option} needs a value.");
    }
}
