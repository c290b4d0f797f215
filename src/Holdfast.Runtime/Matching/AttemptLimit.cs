using System.Runtime.InteropServices;

namespace Holdfast.Runtime;

/// <summary>How many attempts of one kind may be out at a time, and how many may start per second.</summary>
/// <param name="MaxConcurrent">Most at a time; null for any number.</param>
/// <param name="PerSecond">Most per second; null for any number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AttemptLimit(int? MaxConcurrent, double? PerSecond)
{
    public bool IsNone => MaxConcurrent is null && PerSecond is null;
}
