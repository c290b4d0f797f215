using System.Globalization;

namespace Holdfast.Hosting.Inspection;

/// <summary>Is there room on the disk?</summary>
internal static class SpaceCheck
{
    private const string Name = "space";
    private const long LeastBytes = 1L << 30;
    private const double BytesPerGibibyte = 1L << 30;

    public static Finding Run(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var used = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        var text = string.Create(CultureInfo.InvariantCulture, $"{used / BytesPerGibibyte:0.00} GiB used, {free / BytesPerGibibyte:0.0} GiB free");
        return free < LeastBytes
            ? new Finding(Name, FindingLevel.Warning, $"{text}. A full disk stops the engine; make room.")
            : new Finding(Name, FindingLevel.Good, text);
    }
}
