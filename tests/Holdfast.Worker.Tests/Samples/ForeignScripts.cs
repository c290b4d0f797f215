namespace Holdfast.Worker.Tests;

/// <summary>Workflow code that leaves its scheduler.</summary>
internal static class ForeignScripts
{
    public static readonly ManualResetEventSlim Blocker = new();

    public static readonly Dictionary<string, Func<Task<string>>> All = new(StringComparer.Ordinal)
    {
        ["Task.Run"] = RunOnThreadPoolAsync,
        ["Task.Delay"] = DelayByTimerAsync,
        ["HttpClient"] = GetFromNetworkAsync,
        ["ConfigureAwait(false)"] = LeaveContextAsync,
        ["timer beside durable work"] = DelayBesideActivityAsync,
        ["CancelAfter"] = CancelByTimerAsync,
        ["CancelAsync"] = CancelOnThreadPoolAsync,
        ["block"] = BlockAsync,
        ["async void"] = StartVoidAsync,
        ["wait for cancellation"] = WaitForCancellationAsync,
        ["charge"] = () => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1)),
    };

    private static async Task<string> RunOnThreadPoolAsync()
    {
        var number = await Task.Run(() =>
        {
            Blocker.Wait();
            return 7;
        });
        return $"{number}";
    }

    private static async Task<string> DelayByTimerAsync()
    {
        await Task.Delay(TimeSpan.FromDays(1));
        return "late";
    }

    private static async Task<string> GetFromNetworkAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri("http://127.0.0.1:1/"));
    }

    private static async Task<string> LeaveContextAsync()
    {
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(false);
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        return "off";
    }

    private static async Task<string> DelayBesideActivityAsync()
    {
        var charge = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1));
        await Task.WhenAny(charge, Task.Delay(TimeSpan.FromMilliseconds(1)));
        return "won";
    }

    private static async Task<string> CancelByTimerAsync()
    {
        using var source = new CancellationTokenSource();
        source.CancelAfter(TimeSpan.FromMilliseconds(1));
        await Workflow.DelayAsync(TimeSpan.FromDays(1), source.Token);
        return "slept";
    }

    private static async Task<string> CancelOnThreadPoolAsync()
    {
        using var source = new CancellationTokenSource();
        var delay = Workflow.DelayAsync(TimeSpan.FromDays(1), source.Token);
        await source.CancelAsync();
        await delay;
        return "slept";
    }

    private static Task<string> BlockAsync()
    {
        Blocker.Wait();
        return Task.FromResult("unblocked");
    }

    private static async Task<string> StartVoidAsync()
    {
        Fire();
        await Workflow.DelayAsync(TimeSpan.FromDays(1));
        return "slept";
    }

#pragma warning disable VSTHRD100 // What happens then is what the test asks.
    private static async void Fire()
    {
        await Task.Yield();
        throw new InvalidOperationException("out of async void");
    }
#pragma warning restore VSTHRD100

    private static async Task<string> WaitForCancellationAsync()
    {
        var canceled = new TaskCompletionSource();
        await using var registration = Workflow.CancellationToken.Register(() => canceled.SetResult());
        await canceled.Task;
        return "canceled";
    }
}
