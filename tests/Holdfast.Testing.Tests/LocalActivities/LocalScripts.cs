using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>Workflow code with local activities, by name.</summary>
internal static class LocalScripts
{
    private static readonly RetryPolicy EverySecond = new() { InitialInterval = TimeSpan.FromSeconds(1), BackoffCoefficient = 1 };
    private static readonly RetryPolicy FromTenSeconds = new() { InitialInterval = TimeSpan.FromSeconds(10) };

    public static readonly Dictionary<string, Func<LocalWorkflow, Task<string>>> All = new(StringComparer.Ordinal)
    {
        ["double"] = async _ => await Double(await Double("a")),
        ["by name"] = _ => Workflow.ExecuteLocalActivityAsync<string>("Double", ["b"]),
        ["unknown"] = _ => Workflow.ExecuteLocalActivityAsync<string>("Nobody", [], new LocalActivityOptions { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } }),
        ["six"] = _ => Wait(TimeSpan.FromSeconds(6), "six"),
        ["long"] = _ => Wait(TimeSpan.FromSeconds(30), "long"),
        ["clock"] = async _ =>
        {
            var start = Workflow.UtcNow;
            await Wait(TimeSpan.FromSeconds(3), "x");
            return (Workflow.UtcNow - start).ToString();
        },
        ["parallel"] = async w =>
        {
            List<string> order = [];
            await Task.WhenAll(new[] { 3, 1, 2 }.Select(async s => order.Add(await Wait(TimeSpan.FromSeconds(s), $"{s}"))));
            await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
            return string.Join(' ', order);
        },
        ["branches"] = async _ =>
        {
            List<string> order = [];
            await Task.WhenAll(BranchAsync("a", 3), BranchAsync("b", 1));
            return string.Join(' ', order);

            async Task BranchAsync(string name, int seconds)
            {
                order.Add(await Wait(TimeSpan.FromSeconds(seconds), name));
                order.Add(await Wait(TimeSpan.FromSeconds(1), $"{name}'"));
                await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
                order.Add($"{name}''");
            }
        },
        ["retry"] = async _ => $"attempt {await SucceedAt(3, new LocalActivityOptions { RetryPolicy = EverySecond })}",
        ["retry by timer"] = async _ => $"attempt {await SucceedAt(3, new LocalActivityOptions { RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1) } })}",
        ["retry around the task timeout"] = async _ => $"attempt {await SucceedAt(3, new LocalActivityOptions { RetryPolicy = FromTenSeconds })}",
        ["retry around a threshold"] = async _ => $"attempt {await SucceedAt(3, new LocalActivityOptions { RetryPolicy = FromTenSeconds, LocalRetryThreshold = TimeSpan.FromSeconds(9) })}",
        ["retries end"] = async _ => $"attempt {await SucceedAt(3, new LocalActivityOptions { RetryPolicy = EverySecond with { MaximumAttempts = 2 } })}",
        ["start to close"] = _ => Wait(TimeSpan.FromMinutes(1), "x", new LocalActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(3), RetryPolicy = EverySecond with { MaximumAttempts = 2 } }),
        ["schedule to close"] = _ => Wait(TimeSpan.FromMinutes(1), "x", new LocalActivityOptions { ScheduleToCloseTimeout = TimeSpan.FromSeconds(3) }),
        ["wait trying"] = _ => Wait(TimeSpan.FromSeconds(30), "x", new LocalActivityOptions { CancellationType = ActivityCancellationType.TryCancel }),
        ["wait waiting"] = _ => Wait(TimeSpan.FromSeconds(30), "x", new LocalActivityOptions { CancellationType = ActivityCancellationType.WaitCancellationCompleted }),
        ["wait abandoning"] = _ => Wait(TimeSpan.FromSeconds(30), "x", new LocalActivityOptions { CancellationType = ActivityCancellationType.Abandon }),
        ["wait shielded"] = async _ =>
        {
            await Wait(TimeSpan.FromSeconds(30), "x", new LocalActivityOptions { CancellationToken = CancellationToken.None });
            await Workflow.DelayAsync(TimeSpan.FromHours(1));
            return "never";
        },
        ["hold"] = _ => Hold(new LocalActivityOptions()),
        ["hold, then sleep"] = async _ =>
        {
            var result = await Hold(new LocalActivityOptions());
            await Workflow.DelayAsync(TimeSpan.FromDays(1));
            return result;
        },
        ["wait for two"] = async w =>
        {
            await Workflow.WaitConditionAsync(() => w.Signals == 2);
            return "two";
        },
        ["hold or signal"] = async w =>
        {
            var held = Hold(new LocalActivityOptions());
            await Workflow.WaitConditionAsync(() => w.Signals > 0 || held.IsCompleted);
            return $"{w.Signals} signals, held {held.IsCompleted}";
        },
        ["hold beside a race"] = async _ =>
        {
            await Task.WhenAny(Hold(new LocalActivityOptions()), Double("x"));
            return "ended";
        },
        ["cancel at once"] = async _ =>
        {
            using var cancellation = new CancellationTokenSource();
            var held = Hold(new LocalActivityOptions { CancellationToken = cancellation.Token, CancellationType = ActivityCancellationType.WaitCancellationCompleted });
#pragma warning disable CA1849, VSTHRD103, S6966 // CancelAsync leaves the workflow's scheduler
            cancellation.Cancel();
#pragma warning restore CA1849, VSTHRD103, S6966
            try
            {
                return await held;
            }
            catch (CanceledFailureException)
            {
                return "canceled";
            }
        },
    };

    private static Task<string> Double(string text) => Workflow.ExecuteLocalActivityAsync((LocalWork w) => w.Double(text));

    private static Task<int> SucceedAt(int attempt, LocalActivityOptions options) => Workflow.ExecuteLocalActivityAsync((LocalWork w) => w.SucceedAt(attempt), options);

    private static Task<string> Wait(TimeSpan time, string result, LocalActivityOptions? options = null) => Workflow.ExecuteLocalActivityAsync((LocalWork w) => w.WaitAsync(time, result, CancellationToken.None), options);

    private static Task<string> Hold(LocalActivityOptions options) => Workflow.ExecuteLocalActivityAsync((LocalWork w) => w.HoldAsync(CancellationToken.None), options);
}
