using Holdfast.Engine;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>A run that is being settled, and what is written of it.</summary>
/// <param name="Run">The run; may go on meanwhile.</param>
/// <param name="Settlement">What is written.</param>
/// <param name="HistoryBytes">Bytes of its records that the store will have.</param>
internal sealed record SettlingRun(RunEntry Run, RunSettlement Settlement, int HistoryBytes)
{
    public static SettlingRun Of(RunEntry run) => new(
        run,
        new RunSettlement
        {
            Info = DescribedRun.Info(run),
            CoveredLsn = run.DurableLsn,
            FirstExecutionRunId = run.State.FirstExecutionRunId,
            StartRequestId = run.State.StartRequestId,
            NextWakeUp = NextWakeUp(run),
            OwesParentNotification = run.State.OwesParentNotification,
            StartPermit = RunDescription.StartPermit(run.State),
            FirstRecordIndex = run.History.SettledCount,
            RecordCount = run.History.Count - run.History.SettledCount,
            IsAfterClose = run.HasClosedBy(run.History.SettledCount),
            Records = run.History.Snapshot()[run.History.SettledBytes..],
        },
        run.History.Bytes);

    /// <summary>A run that is not idle must be taken up at once after a restart.</summary>
    private static DateTimeOffset? NextWakeUp(RunEntry run) => run.State switch
    {
        { IsClosed: true } => null,
        { IsIdle: true } => run.State.NextWakeUp,
        _ => DateTimeOffset.UnixEpoch,
    };
}
