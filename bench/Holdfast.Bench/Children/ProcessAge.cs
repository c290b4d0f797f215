using System.Diagnostics;

namespace Holdfast.Bench;

internal static class ProcessAge
{
    /// <summary>Time since the operating system started this process.</summary>
    public static double Milliseconds
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return (DateTime.Now - self.StartTime).TotalMilliseconds;
        }
    }
}
