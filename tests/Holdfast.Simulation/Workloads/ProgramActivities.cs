namespace Holdfast.Simulation;

/// <summary>What programs do outside. Each yields before and after its effect, so that a crash can come on either side of it.</summary>
public sealed class ProgramActivities(Outside outside, TimeProvider clock)
{
    /// <summary>Fails so many times, then counts.</summary>
    [Activity]
    public async Task CountAsync(string counter, int failures)
    {
        await Task.Yield();
        var key = ActivityContext.Current.Info.IdempotencyKey;
        if (outside.Attempt(key) <= failures)
        {
            throw new ProgramFailure("not yet");
        }

        outside.Count(counter, key);
        await Task.Yield();
    }

    /// <summary>Fails.</summary>
    [Activity]
    public async Task FailAsync()
    {
        await Task.Yield();
        throw new ProgramFailure("never");
    }

    /// <summary>Has a signal sent to the workflow.</summary>
    [Activity]
    public async Task AskSignalAsync(string name)
    {
        await Task.Yield();
        if (outside.Ask($"signal {name}"))
        {
            outside.SendSignal!(ActivityContext.Current.Info, name);
        }

        await Task.Yield();
    }

    /// <summary>Has an update sent to the workflow.</summary>
    [Activity]
    public async Task AskUpdateAsync(string name)
    {
        await Task.Yield();
        if (outside.Ask($"update {name}"))
        {
            outside.SendUpdate!(ActivityContext.Current.Info, name);
        }

        await Task.Yield();
    }

    /// <summary>Ends when it is canceled.</summary>
    [Activity]
    public async Task HangAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ActivityContext.Current.Heartbeat();
            await Task.Delay(TimeSpan.FromSeconds(5), clock, cancellationToken);
        }
    }
}
