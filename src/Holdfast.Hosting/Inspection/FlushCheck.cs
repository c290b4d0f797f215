using System.Globalization;
using Holdfast.Journaling;

namespace Holdfast.Hosting.Inspection;

/// <summary>How long does the disk take to make something durable? Every step of a workflow waits for that once.</summary>
internal static class FlushCheck
{
    private const string Name = "flush";
    private const int Flushes = 21;
    private const int BlockBytes = 4096;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Implausible = TimeSpan.FromMicroseconds(5);

    public static Finding Run(string folder, TimeProvider clock)
    {
        FileDisk disk = new(folder);
        var name = $"flush-{Guid.NewGuid():N}.tmp";
        try
        {
            var median = Measure(disk, name, clock);
            var text = string.Create(CultureInfo.InvariantCulture, $"a flush takes {median.TotalMicroseconds:0} µs (median of {Flushes})");
            return median > Slow ? new Finding(Name, FindingLevel.Warning, $"{text}: each step of a workflow takes that long. Use a faster disk.")
                : median < Implausible ? new Finding(Name, FindingLevel.Warning, $"{text}: that is no disk. What is acknowledged may not survive a power failure.")
                : new Finding(Name, FindingLevel.Good, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Finding(Name, FindingLevel.Error, $"nothing can be written there: {exception.Message}");
        }
        finally
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    private static TimeSpan Measure(FileDisk disk, string name, TimeProvider clock)
    {
        var block = new byte[BlockBytes];
        List<TimeSpan> times = [];
        using var file = disk.Create(name);
        for (var i = 0; i < Flushes; i++)
        {
            file.Write(block, offset: 0);
            var start = clock.GetTimestamp();
            file.Flush();
            times.Add(clock.GetElapsedTime(start));
        }

        times.Sort();
        return times[Flushes / 2];
    }
}
