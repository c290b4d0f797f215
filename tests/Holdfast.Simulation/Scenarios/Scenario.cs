using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>Names one world. The seed decides everything; the rest leaves parts of what it decided out, so that a failure can be seen with less around it.</summary>
internal sealed record Scenario
{
    private const string KeepOption = "keep";
    private const string FaultsOption = "faults";
    private const string WithoutOption = "without";
    private const string OrderOption = "order";

    public required int Seed { get; init; }

    /// <summary>The workloads that run, by their places in what the seed drew; null: all.</summary>
    public IReadOnlyList<int>? Keep { get; init; }

    /// <summary>Most faults; null: as many as the seed drew.</summary>
    public int? MostFaults { get; init; }

    /// <summary>Kinds of faults that do not happen.</summary>
    public FaultKinds Without { get; init; }

    /// <summary>Another order of the same things: which piece of code runs next, and when faults come.</summary>
    public int Order { get; init; }

    /// <summary>Reads what <see cref="ToString"/> gave.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Scenario Parse(string text)
    {
        var parts = text.Split('/');
        Scenario scenario = new() { Seed = Number(parts[0], text) };
        foreach (var part in parts.Skip(1))
        {
            scenario = scenario.With(part.Split('=', 2), text);
        }

        return scenario;
    }

    /// <summary>A number of its own for each purpose, so that leaving one thing out does not change the others.</summary>
    public Random ChanceFor(SeedPurpose purpose, int index = 0)
    {
        var order = purpose is SeedPurpose.Order or SeedPurpose.Faults ? Order : 0;
        var mixed = Mix(Mix(Mix((ulong)(uint)Seed) + (ulong)purpose) + ((ulong)(uint)index << 32) + (uint)order);
        return new Random((int)(mixed >> 33));
    }

    public bool Has(int workload) => Keep is null || Keep.Contains(workload);

    public override string ToString()
    {
        List<string> parts = [Seed.ToString(CultureInfo.InvariantCulture)];
        if (Keep is not null)
        {
            parts.Add($"{KeepOption}={string.Join(',', Keep)}");
        }

        if (MostFaults is { } faults)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{FaultsOption}={faults}"));
        }

        if (Without != FaultKinds.None)
        {
            parts.Add($"{WithoutOption}={Without.ToString().Replace(" ", string.Empty, StringComparison.Ordinal)}");
        }

        if (Order != 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{OrderOption}={Order}"));
        }

        return string.Join('/', parts);
    }

    private Scenario With(string[] option, string text) => option switch
    {
        [KeepOption, var list] => this with { Keep = [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => Number(n, text))] },
        [FaultsOption, var number] => this with { MostFaults = Number(number, text) },
        [WithoutOption, var kinds] when Enum.TryParse<FaultKinds>(kinds, out var without) => this with { Without = without },
        [OrderOption, var number] => this with { Order = Number(number, text) },
        _ => throw Unreadable(text),
    };

    private static int Number(string digits, string text) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(text);

    private static FormatException Unreadable(string text) => new($"'{text}' names no world: SEED[/keep=N,N][/faults=N][/without=KIND,KIND][/order=N].");

    /// <summary>Splitmix64: neighbouring numbers give numbers that have nothing in common.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
