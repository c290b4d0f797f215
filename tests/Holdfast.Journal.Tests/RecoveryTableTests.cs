using Holdfast.Journaling.Recovery;

namespace Holdfast.Journaling.Tests;

public sealed class RecoveryTableTests
{
    [Fact]
    public void Every_case_stands_in_exactly_one_row()
    {
        var all = from role in Enum.GetValues<SegmentRole>()
                  from condition in Enum.GetValues<FrameCondition>()
                  from evidence in Enum.GetValues<DurabilityEvidence>()
                  select (role, condition, evidence);
        Assert.Equal(all.Order(), RecoveryTable.Cases.Select(row => (row.Role, row.Condition, row.Evidence)).Order());
    }

    [Fact]
    public void Only_the_last_segment_may_end_the_log_and_only_without_evidence() =>
        Assert.All(
            RecoveryTable.Cases.Where(row => row.Verdict == RecoveryVerdict.EndOfLog),
            row => Assert.Equal((SegmentRole.Last, DurabilityEvidence.None), (row.Role, row.Evidence)));

    [Fact]
    public void Only_an_intact_record_is_accepted() =>
        Assert.All(
            RecoveryTable.Cases,
            row => Assert.Equal(row.Condition == FrameCondition.Intact, row.Verdict == RecoveryVerdict.Accept));

    [Fact]
    public void Every_verdict_is_reached_by_some_case() =>
        Assert.Equal(Enum.GetValues<RecoveryVerdict>(), RecoveryTable.Cases.Select(row => row.Verdict).Distinct().Order());
}
