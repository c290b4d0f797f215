using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class RelayedAttempts
{
    private static readonly AsyncLocal<string> Ambient = new();

    [Fact]
    public async Task An_attempt_that_a_report_starts_runs_next_on_the_thread_that_reports()
    {
        using RelayBench bench = new(attempts: 3, startsPerReport: 1, static () => Payloads.Empty);
        await bench.AllReported;
        Assert.Single(bench.Threads.Distinct());
    }

    [Fact]
    public async Task Of_several_that_a_report_starts_none_is_lost()
    {
        using RelayBench bench = new(attempts: 200, startsPerReport: 3, static () => Payloads.Empty);
        await bench.AllReported;
        Assert.Equal(200, bench.Threads.Count);
    }

    [Fact]
    public async Task A_long_chain_of_attempts_that_end_at_once_needs_no_deep_stack()
    {
        using RelayBench bench = new(attempts: 100_000, startsPerReport: 1, static () => Payloads.Empty);
        await bench.AllReported;
        Assert.Equal(100_000, bench.Threads.Count);
    }

    [Fact]
    public async Task An_activity_sees_nothing_of_the_context_of_the_one_before()
    {
        List<string?> seen = [];
        using RelayBench bench = new(attempts: 3, startsPerReport: 1, () =>
        {
            seen.Add(Ambient.Value);
            Ambient.Value = "left behind";
            return Payloads.Empty;
        });
        await bench.AllReported;
        Assert.Equal([null, null, null], seen);
    }

    [Fact]
    public async Task An_attempt_that_was_started_by_a_report_that_failed_runs_all_the_same()
    {
        using RelayBench bench = new(attempts: 2, startsPerReport: 1, static () => Payloads.Empty) { FailsFirst = true };
        await bench.AllReported;
        Assert.Equal(2, bench.Threads.Count);
    }

    [Fact]
    public async Task An_attempt_that_activity_code_starts_does_not_wait_for_the_end_of_that_code()
    {
        RelayBench? bench = null;
        using SemaphoreSlim second = new(0);
        var runs = 0;
        bench = new RelayBench(attempts: 2, startsPerReport: 0, () =>
        {
            if (Interlocked.Increment(ref runs) == 1)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref bench) is not null);
                bench!.Start();
                second.Wait(TestContext.Current.CancellationToken);
            }
            else
            {
                second.Release();
            }

            return Payloads.Empty;
        });
        await bench.AllReported;
        bench.Dispose();
    }
}
