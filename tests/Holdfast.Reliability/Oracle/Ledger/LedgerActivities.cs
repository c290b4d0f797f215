namespace Holdfast.Reliability;

/// <summary>The work of ledgers.</summary>
/// <param name="outside">Who completes what completes later.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class LedgerActivities(OutsideWork outside, TimeProvider timeProvider)
{
    /// <summary>Doubles an amount.</summary>
    [Activity(StartToCloseTimeout = "00:05:00")]
    public async Task<long> DoubleAsync(string way, long amount)
    {
        var context = ActivityContext.Current;
        switch (way)
        {
            case LedgerWays.Recovers when context.Info.Attempt < LedgerWays.AttemptsOfRecovering:
            case LedgerWays.UsesUp:
                throw new ApplicationFailureException("not yet");
            case LedgerWays.FailsForGood:
                throw new ApplicationFailureException("never", nonRetryable: true);
            case LedgerWays.Slow:
                await Task.Delay(TimeSpan.FromSeconds(LedgerWays.SlowSeconds), timeProvider, context.CancellationToken);
                break;
            case LedgerWays.Outside:
                outside.Note(context.Info.ActivityId, context.Info.TaskToken);
                throw new ActivityCompletesLaterException();
        }

        return 2 * amount;
    }
}
