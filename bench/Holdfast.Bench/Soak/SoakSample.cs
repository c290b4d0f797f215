using System.Globalization;

namespace Holdfast.Bench;

/// <summary>What a soak looked like at a time, and since the sample before.</summary>
/// <param name="Seconds">Since the load began.</param>
/// <param name="LiveBytes">Live objects: what a full collection left.</param>
/// <param name="ResidentBytes">The process's memory in the operating system's eyes, on average since the sample before.</param>
/// <param name="FolderBytes">The data folder.</param>
/// <param name="Activities">Activities done since the load began.</param>
/// <param name="MedianMilliseconds">Start to result of the runs that ended since the sample before.</param>
/// <param name="TailMilliseconds">Their 99th percentile.</param>
/// <param name="LongestGap">The longest time in which no run ended, since the sample before.</param>
/// <param name="InFlight">Runs that have begun and not ended.</param>
internal sealed record SoakSample(
    double Seconds,
    long LiveBytes,
    long ResidentBytes,
    long FolderBytes,
    long Activities,
    double MedianMilliseconds,
    double TailMilliseconds,
    TimeSpan LongestGap,
    int InFlight)
{
    private const int BytesPerMegabyte = 1_000_000;

    /// <summary>Looks at the process and the folder. One full collection is a pause like any other; to repeat it until two agree would stop the engine for seconds.</summary>
    public static SoakSample Take(double seconds, string folder, long activities, SoakLoad load, ResponseTimes responses, Residence residence)
    {
        var (gap, residentBytes) = (load.TakeLongestGap(), residence.TakeMean());
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        var collection = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return new SoakSample(
            seconds,
            collection.HeapSizeBytes - collection.FragmentedBytes,
            residentBytes,
            BytesOf(folder),
            activities,
            responses.MillisecondsAt(50),
            responses.MillisecondsAt(99),
            gap,
            load.InFlight);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Seconds,6:N0} s   objects {LiveBytes / BytesPerMegabyte,5:N0} MB   process {ResidentBytes / BytesPerMegabyte,5:N0} MB   folder {FolderBytes / BytesPerMegabyte,6:N0} MB   {Activities,12:N0} activities   response p50 {MedianMilliseconds,5:N0} ms  p99 {TailMilliseconds,5:N0} ms   longest gap {LongestGap.TotalMilliseconds,5:N0} ms   {InFlight,6:N0} in flight");

    /// <summary>The engine deletes files while they are looked at.</summary>
    private static long BytesOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static f => f.Exists ? LengthOf(f) : 0);

    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}
