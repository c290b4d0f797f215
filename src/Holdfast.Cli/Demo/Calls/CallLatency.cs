namespace Holdfast.Cli.Demo.Calls;

/// <summary>How long a call of the scripted model, or of a tool, takes: a random time from a range.</summary>
/// <param name="MinimumMilliseconds">At least.</param>
/// <param name="MaximumMilliseconds">Less than, when it is above the minimum.</param>
internal sealed record CallLatency(int MinimumMilliseconds, int MaximumMilliseconds)
{
    /// <summary>No time.</summary>
    public static readonly CallLatency None = new(0, 0);

    /// <summary>Waits.</summary>
    public Task WaitAsync(Random random, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        int milliseconds;
        lock (random)
        {
            milliseconds = random.Next(MinimumMilliseconds, Math.Max(MinimumMilliseconds + 1, MaximumMilliseconds));
        }

        return milliseconds == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), timeProvider, cancellationToken);
    }
}
