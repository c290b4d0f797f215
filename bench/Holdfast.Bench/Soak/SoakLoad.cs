using System.Diagnostics;
using Holdfast.Protocol;

namespace Holdfast.Bench;

/// <summary>
/// Brings runs at random times of a fixed rate, as a service with many users would. When the engine is busy it does what docs/errors/HF2100.md asks for: it
/// sends less for a moment, and what was refused again with the same request ID.
/// </summary>
internal sealed class SoakLoad(IHoldfastClient client, double runsPerSecond, int seed)
{
    /// <summary>Runs that a service would have in hand at most; further arrivals are left out.</summary>
    private const int MostRunsInFlight = 20_000;

    /// <summary>How long nothing new is brought after a refusal.</summary>
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(1);
    private long _refused;
    private long _leftOut;
    private long _failed;
    private long _longestGap;
    private long _lastEnd = Stopwatch.GetTimestamp();
    private long _pausedUntil;
    private int _inFlight;
    private volatile Exception? _firstFailure;

    /// <summary>Start to result of the runs that ended; the clock of each begins when it was due.</summary>
    public ResponseTimes Responses { get; } = new();

    /// <summary>Runs that have begun and not ended.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Calls that were refused because the engine was busy (HF2100), after the client had tried for as long as it does.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Arrivals that were not brought, because the engine was busy.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>Runs that failed or gave a wrong result.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>What the first failure was.</summary>
    public Exception? FirstFailure => _firstFailure;

    /// <summary>The longest time since the last call in which no run ended.</summary>
    public TimeSpan TakeLongestGap() => Stopwatch.GetElapsedTime(0, Math.Max(Interlocked.Exchange(ref _longestGap, 0), Stopwatch.GetTimestamp() - Interlocked.Read(ref _lastEnd)));

    /// <summary>Brings runs until the duration is over, and waits for all of them.</summary>
    public async Task RunAsync(TimeSpan duration)
    {
        Random random = new(seed);
        var (started, due) = (Stopwatch.GetTimestamp(), 0.0);
        while (due < duration.TotalSeconds)
        {
            var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
            for (; due <= elapsed && due < duration.TotalSeconds; due -= Math.Log(1 - random.NextDouble()) / runsPerSecond)
            {
                Arrive(started + (long)(due * Stopwatch.Frequency));
            }

            await Task.Delay(Poll);
        }

        while (InFlight > 0)
        {
            await Task.Delay(Poll);
        }
    }

    private void Arrive(long dueTimestamp)
    {
        if (InFlight >= MostRunsInFlight || Stopwatch.GetTimestamp() < Interlocked.Read(ref _pausedUntil))
        {
            Interlocked.Increment(ref _leftOut);
            return;
        }

        Interlocked.Increment(ref _inFlight);
        _ = ExecuteAsync(dueTimestamp);
    }

    private async Task ExecuteAsync(long dueTimestamp)
    {
        try
        {
            var reached = await ExecuteUntilTakenAsync();
            Check.That(reached == Throughput.ActivitiesPerRun, $"a run of {Throughput.ActivitiesPerRun} activities gave {reached}");
            Responses.NoteSince(dueTimestamp);
            NoteEnd();
        }
        catch (Exception exception)
        {
            Interlocked.Increment(ref _failed);
            Interlocked.CompareExchange(ref _firstFailure, exception, null);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private async Task<int> ExecuteUntilTakenAsync()
    {
        WorkflowOptions options = new() { Id = Guid.NewGuid().ToString(), RequestId = Guid.NewGuid().ToString() };
        while (true)
        {
            try
            {
                return await client.ExecuteWorkflowAsync((SequenceWorkflow w) => w.RunAsync(Throughput.ActivitiesPerRun), options);
            }
            catch (HoldfastException busy) when (busy.Code == ErrorCodes.ResourceExhausted)
            {
                Interlocked.Increment(ref _refused);
                Interlocked.Exchange(ref _pausedUntil, Stopwatch.GetTimestamp() + (long)(PauseAfterRefusal.TotalSeconds * Stopwatch.Frequency));
                await Task.Delay(PauseAfterRefusal);
            }
        }
    }

    private void NoteEnd()
    {
        var now = Stopwatch.GetTimestamp();
        var gap = now - Interlocked.Exchange(ref _lastEnd, now);
        long longest;
        while (gap > (longest = Interlocked.Read(ref _longestGap)) && Interlocked.CompareExchange(ref _longestGap, gap, longest) != longest)
        {
        }
    }
}
