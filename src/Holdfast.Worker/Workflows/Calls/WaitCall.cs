namespace Holdfast.Worker;

/// <summary>Waits for time, or for a condition.</summary>
internal static class WaitCall
{
    public static Task DelayAsync(WorkflowRun run, TimeSpan delay, string summary, CancellationToken? cancellationToken)
    {
        run.RequireActing();
        var token = cancellationToken ?? run.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            return Task.FromException(new CanceledFailureException("The delay was not begun: its token is canceled.", cancellationToken: token));
        }

        if (delay == Timeout.InfiniteTimeSpan)
        {
            return ConditionAsync(run, static () => false, null, cancellationToken);
        }

        return delay <= TimeSpan.Zero ? Task.CompletedTask : new PendingDelay(run, token).BeginAsync(delay, summary);
    }

    public static Task<bool> ConditionAsync(WorkflowRun run, Func<bool> condition, TimeSpan? timeout, CancellationToken? cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        run.RequireActing();
        var token = cancellationToken ?? run.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            return Task.FromException<bool>(new CanceledFailureException("The wait was not begun: its token is canceled.", cancellationToken: token));
        }

        if (run.LookOnly(condition))
        {
            return Task.FromResult(true);
        }

        var limit = timeout == Timeout.InfiniteTimeSpan ? null : timeout;
        return limit <= TimeSpan.Zero ? Task.FromResult(false) : new PendingCondition(run, condition, token).BeginAsync(limit);
    }
}
