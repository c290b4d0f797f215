using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Recovery;

/// <summary>Sorts the files that are not part of the log.</summary>
internal static class SpareRecovery
{
    /// <summary>Deletes what is unfinished, of another size, too many, or from before the last take-over: a process that lives on another machine may still write to it.</summary>
    /// <returns>The spares that can be used.</returns>
    public static IReadOnlyList<string> Run(IDisk disk, JournalOptions options, long line)
    {
        List<string> usable = [];
        bool deleted = false;
        foreach (string name in disk.List().Order(StringComparer.Ordinal))
        {
            bool spare = SegmentName.TryParseSpare(name, out long lineOfSpare);
            if (spare && lineOfSpare == line && usable.Count < Math.Max(1, options.MaxSpareSegments) && LengthOf(disk, name) == options.SegmentBytes)
            {
                usable.Add(name);
            }
            else if (spare || SegmentName.IsUnfinished(name))
            {
                disk.Delete(name);
                deleted = true;
            }
        }

        if (deleted)
        {
            disk.FlushDirectory();
        }

        return usable;
    }

    private static long LengthOf(IDisk disk, string name)
    {
        using IDiskFile file = disk.Open(name);
        return file.Length;
    }
}
