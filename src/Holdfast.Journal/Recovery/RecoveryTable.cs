namespace Holdfast.Journaling.Recovery;

using static DurabilityEvidence;
using static FrameCondition;
using static RecoveryVerdict;
using static SegmentRole;

/// <summary>
/// The recovery cases. One row per case and every case in one row; docs/internals/journal-format.md gives the reasons.
/// </summary>
internal static class RecoveryTable
{
    public static IReadOnlyList<RecoveryCase> Cases { get; } =
    [
        new(Earlier, SegmentEnd, None, RefuseNotJoined),
        new(Earlier, SegmentEnd, WasDurable, RefuseNotJoined),
        new(Earlier, NoHeader, None, RefuseDamaged),
        new(Earlier, NoHeader, WasDurable, RefuseDamaged),
        new(Earlier, PayloadDamaged, None, RefuseDamaged),
        new(Earlier, PayloadDamaged, WasDurable, RefuseDamaged),
        new(Earlier, OutOfSequence, None, RefuseOutOfSequence),
        new(Earlier, OutOfSequence, WasDurable, RefuseOutOfSequence),
        new(Earlier, Intact, None, Accept),
        new(Earlier, Intact, WasDurable, Accept),
        new(Earlier, IntactSeal, None, RefuseNotJoined),
        new(Earlier, IntactSeal, WasDurable, RefuseNotJoined),
        new(Last, SegmentEnd, None, EndOfLog),
        new(Last, SegmentEnd, WasDurable, RefuseDamaged),
        new(Last, NoHeader, None, EndOfLog),
        new(Last, NoHeader, WasDurable, RefuseDamaged),
        new(Last, PayloadDamaged, None, EndOfLog),
        new(Last, PayloadDamaged, WasDurable, RefuseDamaged),
        new(Last, OutOfSequence, None, RefuseOutOfSequence),
        new(Last, OutOfSequence, WasDurable, RefuseOutOfSequence),
        new(Last, Intact, None, Accept),
        new(Last, Intact, WasDurable, Accept),
        new(Last, IntactSeal, None, RefuseSegmentMissing),
        new(Last, IntactSeal, WasDurable, RefuseSegmentMissing),
    ];

    private static readonly Dictionary<(SegmentRole, FrameCondition, DurabilityEvidence), RecoveryVerdict> Verdicts =
        Cases.ToDictionary(row => (row.Role, row.Condition, row.Evidence), row => row.Verdict);

    public static RecoveryVerdict Decide(SegmentRole role, FrameCondition condition, DurabilityEvidence evidence) =>
        Verdicts[(role, condition, evidence)];
}
