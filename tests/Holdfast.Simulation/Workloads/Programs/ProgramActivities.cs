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

    /// <summary>Takes its time, then counts.</summary>
    [Activity]
    public async Task LingerAsync(string counter, int milliseconds)
    {
        await Task.Yield();
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock);
        outside.Count(counter, ActivityContext.Current.Info.IdempotencyKey);
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

    /// <summary>Has an update sent to the workflow that it refuses.</summary>
    [Activity]
    public async Task AskRefusedUpdateAsync(string name)
    {
        await Task.Yield();
        if (outside.Ask($"update {name}"))
        {
            outside.SendRefusedUpdate!(ActivityContext.Current.Info, name);
        }

        await Task.Yield();
    }

    /// <summary>Goes through so many parts, a heartbeat after each, and fails once after each; then counts.</summary>
    [Activity]
    public async Task CountInPartsAsync(string counter, int parts)
    {
        var context = ActivityContext.Current;
        var key = context.Info.IdempotencyKey;
        for (var part = context.HeartbeatDetails<int>(); part < parts; part++)
        {
            await Task.Yield();
            context.Heartbeat(part + 1);
            if (outside.Attempt($"{key} {part}") == 1)
            {
                throw new ProgramFailure("interrupted");
            }
        }

        outside.Count(counter, key);
        await Task.Yield();
    }

    /// <summary>Gives back what it was given.</summary>
    [Activity]
    public async Task<string> EchoAsync(string text)
    {
        await Task.Yield();
        return text;
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
