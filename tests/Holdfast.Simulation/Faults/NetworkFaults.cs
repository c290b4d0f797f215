using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The way between callers and the engine: what is sent may be lost, come late, come twice, or be done without the caller's learning of it.</summary>
/// <param name="world">The world.</param>
/// <param name="chance">Chooses.</param>
/// <param name="callsPerFault">One in so many calls fares badly; 0: none.</param>
internal sealed class NetworkFaults(World world, Random chance, int callsPerFault)
{
    private int _callsPerFault = callsPerFault;

    public void Stop() => _callsPerFault = 0;

    /// <summary>Sends a request.</summary>
    public Task<T> SendAsync<T>(Func<Task<T>> request)
    {
        if (_callsPerFault == 0 || chance.Next(_callsPerFault) != 0)
        {
            return request();
        }

        var fate = chance.Next(4);
        world.Trace.Note($"network: fate {fate}");
        return fate switch
        {
            0 => LoseRequestAsync<T>(),
            1 => LoseAnswerAsync(request),
            2 => SendLateAsync(request),
            _ => SendTwiceAsync(request),
        };
    }

    private async Task<T> LoseRequestAsync<T>()
    {
        await PauseAsync();
        throw Lost();
    }

    private async Task<T> LoseAnswerAsync<T>(Func<Task<T>> request)
    {
        _ = IgnoreAsync(request());
        await PauseAsync();
        throw Lost();
    }

    private async Task<T> SendLateAsync<T>(Func<Task<T>> request)
    {
        await PauseAsync();
        return await request();
    }

    private async Task<T> SendTwiceAsync<T>(Func<Task<T>> request)
    {
        _ = SendLateAgainAsync(request);
        return await request();
    }

    private async Task SendLateAgainAsync<T>(Func<Task<T>> request)
    {
        await PauseAsync();
        await IgnoreAsync(request());
    }

    private Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(1, 5_000)), world.Clock);

    private static async Task IgnoreAsync<T>(Task<T> answer)
    {
        try
        {
            await answer;
        }
        catch (HoldfastException)
        {
            // Nobody waits for it.
        }
    }

    private static HoldfastException Lost() => new(ErrorCodes.Unavailable, "The connection was lost.");
}
