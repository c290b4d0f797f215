namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Activities that take their time.</summary>
public sealed class LongSteps(TimeProvider clock)
{
    /// <summary>Runs until it is canceled.</summary>
    [Activity]
    public Task HangAsync() => Task.Delay(TimeSpan.FromDays(365), clock, ActivityContext.Current.CancellationToken);
}
