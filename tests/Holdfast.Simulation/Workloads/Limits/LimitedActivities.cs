namespace Holdfast.Simulation;

/// <summary>Activities that a task queue limits, and some that it gives out by priority.</summary>
/// <param name="outside">Where they count, and are watched.</param>
/// <param name="clock">The worker's clock.</param>
/// <param name="place">The worker: what is under way there ends with it. Null for one that goes on when the engine has given it up: nobody watches what it does.</param>
public sealed class LimitedActivities(Outside outside, TimeProvider clock, object? place)
{
    /// <summary>Is there for a while, and counts.</summary>
    [Activity]
    public async Task LimitedAsync(string counter, LimitedCall call)
    {
        await Task.Yield();
        var attempt = ActivityContext.Current.Info.Activity;
        outside.EnterLimited!(place, attempt, call.Key);
        await Task.Delay(TimeSpan.FromMilliseconds(call.Milliseconds), clock);
        outside.Count(counter, ActivityContext.Current.Info.IdempotencyKey);
        outside.LeaveLimited!(place, attempt);
    }

    /// <summary>Counts.</summary>
    [Activity]
    public async Task RankedAsync(string counter)
    {
        await Task.Yield();
        outside.Count(counter, ActivityContext.Current.Info.IdempotencyKey);
    }
}
