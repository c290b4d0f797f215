namespace Holdfast.Reliability;

/// <summary>The arithmetic of <see cref="LedgerWorkflow"/>.</summary>
public static class LedgerActivities
{
    [Activity(StartToCloseTimeout = "00:00:30")]
    public static Task<long> DoubleAsync(long amount) => Task.FromResult(2 * amount);
}
