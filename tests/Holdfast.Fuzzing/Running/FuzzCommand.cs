using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Fuzzing;

/// <summary>The program behind <c>./dev fuzz</c>.</summary>
internal static class FuzzCommand
{
    private const int DefaultInputs = 20_000;
    private const int UsageError = 2;
    private const string Usage = """
        fuzz [--inputs N] [--start S] [--target NAME]   N inputs for each target (default 20,000), from number S (default 0)
        fuzz --target NAME --hex BYTES | --file PATH    one input again
        """;

    public static int Run(string[] args)
    {
        try
        {
            var targets = Value(args, "--target") is { } name ? [FuzzTargets.Named(name)] : FuzzTargets.All();
            var given = Value(args, "--hex") is { } hex ? Convert.FromHexString(hex) : Value(args, "--file") is { } path ? File.ReadAllBytes(path) : null;
            return given is null ? Range(targets, Number(args, "--start", 0), Number(args, "--inputs", DefaultInputs)) : Again(targets, given);
        }
        catch (Exception wrong) when (wrong is FormatException or IOException)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine(Usage);
            return UsageError;
        }
    }

    private static int Again(IReadOnlyList<FuzzTarget> targets, byte[] input)
    {
        if (targets is not [var target])
        {
            throw new FormatException("Say with --target what is to read the input.");
        }

        using Watchdog watchdog = new();
        var finding = new FuzzRun(target, watchdog).Feed(input);
        Console.WriteLine(finding is null ? $"{target.Name} takes it as it must." : finding.ToString());
        return finding is null ? 0 : 1;
    }

    private static int Range(IReadOnlyList<FuzzTarget> targets, long start, long inputs)
    {
        var (findings, total) = (0, 0L);
        var begun = Stopwatch.GetTimestamp();
        Parallel.ForEach(targets, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, target =>
        {
            using Watchdog watchdog = new();
            FuzzRun run = new(target, watchdog);
            var began = Stopwatch.GetTimestamp();
            var fed = Math.Max(inputs / target.Cost, 1);
            var finding = run.Feed(start, fed);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if (finding is null)
            {
                Interlocked.Add(ref total, fed);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name,-20} {fed,12:N0} inputs  {fed / seconds,10:N0} per second  {100.0 * run.Accepted / fed,5:N1} % read"));
            }
            else
            {
                Interlocked.Increment(ref findings);
                Console.WriteLine($"{finding}\n  saved: {Save(finding)}");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{targets.Count} targets, {total:N0} inputs, {findings} findings, {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s"));
        return findings == 0 ? 0 : 1;
    }

    private static string Save(FuzzFinding finding)
    {
        var folder = Directory.CreateDirectory("artifacts/fuzz");
        var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{finding.Target}-{finding.Number}.bin"));
        File.WriteAllBytes(path, finding.Input);
        return path;
    }

    private static long Number(string[] args, string option, long otherwise) =>
        Value(args, option) is { } text ? long.Parse(text.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    private static string? Value(string[] args, string option)
    {
        var index = Array.IndexOf(args, option);
        return index < 0 ? null : index + 1 < args.Length ? args[index + 1] : throw new FormatException($"{option} needs a value.");
    }
}
