using System.Globalization;

namespace Holdfast.Bench;

/// <summary>What a child process of the benchmark does.</summary>
internal static class ChildCommand
{
    public const string CrashLoad = "crash-load";
    public const string CrashRecover = "crash-recover";
    public const string Sleep = "sleep";
    public const string EmptyStart = "empty-start";

    public static Task RunAsync(string[] args) => args switch
    {
        [CrashLoad, var folder, var runs, var steps] => CrashChild.LoadAsync(folder, Integer(runs), Integer(steps)),
        [CrashRecover, var folder, var runs] => CrashChild.RecoverAsync(folder, Integer(runs)),
        [Sleep, var folder, var runs, var timers] => SleepingChild.RunAsync(folder, Integer(runs), Integer(timers)),
        [EmptyStart, var folder] => EmptyStartChild.RunAsync(folder),
        _ => throw new ArgumentException($"No child process does '{string.Join(' ', args)}'.", nameof(args)),
    };

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
