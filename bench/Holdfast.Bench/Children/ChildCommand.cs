using System.Globalization;

namespace Holdfast.Bench;

/// <summary>What a child process of the benchmark does.</summary>
internal static class ChildCommand
{
    public const string CrashLoad = "crash-load";
    public const string CrashRecover = "crash-recover";
    public const string Sleep = "sleep";
    public const string EmptyStart = "empty-start";

    public const string CorePart = "core-part";

    public static Task RunAsync(string[] args) => args switch
    {
        [CorePart, var folder, var variant, var part, var activitiesPerSecond] => CorePartAsync(new CoreSettings(folder, variant == "quick"), part, Number(activitiesPerSecond)),
        [CrashLoad, var folder, var runs, var steps] => CrashChild.LoadAsync(folder, Integer(runs), Integer(steps)),
        [CrashRecover, var folder, var runs] => CrashChild.RecoverAsync(folder, Integer(runs)),
        [Sleep, var folder, var runs, var timers] => SleepingChild.RunAsync(folder, Integer(runs), Integer(timers)),
        [EmptyStart, var folder] => EmptyStartChild.RunAsync(folder),
        _ => throw new ArgumentException($"No child process does '{string.Join(' ', args)}'.", nameof(args)),
    };

    private static async Task CorePartAsync(CoreSettings settings, string part, double activitiesPerSecond) =>
        ChildProcess.Answer(await new CoreSuite(settings, part, activitiesPerSecond).RunAsync());

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
