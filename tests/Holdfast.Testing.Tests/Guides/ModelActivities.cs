namespace Holdfast.Testing.Tests;

public class ModelActivities
{
    /// <summary>Gives the time at which it was asked.</summary>
    [Activity]
    public DateTimeOffset Ask(string tenant)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        return ActivityContext.Current.Info.StartedTime;
    }

    [Activity]
    public async Task<DateTimeOffset> TranscribeAsync(string tenant)
    {
        await Task.Yield();
        return Ask(tenant);
    }
}
