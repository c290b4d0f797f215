namespace Holdfast.Simulation;

/// <summary>Activities that clients start without a workflow.</summary>
public sealed class JobActivities(Outside outside, TimeProvider clock)
{
    /// <summary>Does what a job has to do.</summary>
    /// <param name="job">Its name.</param>
    /// <param name="plan">What it does.</param>
    /// <param name="failures">How often it fails before it counts.</param>
    /// <param name="milliseconds">How long an attempt takes.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    [Activity]
    public async Task<string> WorkAsync(string job, JobPlan plan, int failures, int milliseconds, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var key = ActivityContext.Current.Info.IdempotencyKey;
        while (plan == JobPlan.Hang)
        {
            ActivityContext.Current.Heartbeat();
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, CancellationToken.None);
        if (plan == JobPlan.Fail)
        {
            throw new ApplicationFailureException("never", nonRetryable: true);
        }

        if (outside.Attempt(key) <= failures)
        {
            throw new ProgramFailure("not yet");
        }

        outside.Count(job, key);
        await Task.Yield();
        return $"{job} done";
    }
}
