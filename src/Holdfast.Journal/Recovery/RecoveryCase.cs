using System.Runtime.InteropServices;

namespace Holdfast.Journaling.Recovery;

/// <summary>A row of the recovery table.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecoveryCase(
    SegmentRole Role,
    FrameCondition Condition,
    DurabilityEvidence Evidence,
    RecoveryVerdict Verdict);
