using System.Runtime.InteropServices;

namespace Holdfast.Journaling.Segments;

/// <summary>A segment in the folder.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SegmentInfo(long Number, long FirstLsn, int SegmentBytes);
