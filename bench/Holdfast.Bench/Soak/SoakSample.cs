namespace Holdfast.Bench;

/// <summary>What a soak looked like at a time.</summary>
/// <param name="Seconds">Since the load began.</param>
/// <param name="ManagedBytes">Live objects after a full collection.</param>
/// <param name="ResidentBytes">The process's memory in the operating system's eyes.</param>
/// <param name="FolderBytes">The data folder.</param>
internal sealed record SoakSample(double Seconds, long ManagedBytes, long ResidentBytes, long FolderBytes)
{
    public static SoakSample Take(double seconds, string folder) => new(
        seconds,
        GC.GetTotalMemory(forceFullCollection: true),
        Environment.WorkingSet,
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static f => f.Length));
}
