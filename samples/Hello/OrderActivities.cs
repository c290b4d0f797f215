using Holdfast;

namespace Hello;

/// <summary>What touches the world: may fail, is retried, and its result is remembered.</summary>
public static class OrderActivities
{
    [Activity(StartToCloseTimeout = "00:00:30")]
    public static Task<string> ReserveAsync(string item) => Task.FromResult($"reservation of {item}");

    [Activity(StartToCloseTimeout = "00:00:30")]
    public static Task<string> ChargeAsync(string reservation)
    {
        // The same key at every attempt: give it to the payment provider, and the card is charged once.
        var key = ActivityContext.Current.Info.IdempotencyKey;
        return Task.FromResult($"receipt {key} for {reservation}");
    }
}
