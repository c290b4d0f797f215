using System.Globalization;

namespace Holdfast.Worker.Tests;

/// <summary>What <see cref="BranchWorkflow"/> does, by name.</summary>
internal static class BranchScripts
{
    public static readonly Dictionary<string, Func<BranchWorkflow, Task<string>>> All = new(StringComparer.Ordinal)
    {
        ["scope"] = CancelOneScope,
        ["nested"] = NestedScopes,
        ["detached"] = Detached,
        ["detached timeout"] = DetachedWithTimeout,
        ["timeout"] = Timeout,
        ["in time"] = async _ => await Workflow.RunWithTimeoutAsync(TimeSpan.FromMinutes(5), () => Charge("o")),
        ["token"] = Token,
        ["explicit token"] = ExplicitToken,
        ["branch order"] = BranchOrder,
        ["branch scope"] = BranchScope,
        ["for each"] = async w =>
        {
            await Workflow.ForEachParallelAsync(["a", "b", "c"], 2, async item => w.Note(await Charge(item)));
            return "done";
        },
        ["select"] = async _ => string.Join(' ', await Workflow.SelectParallelAsync(["a", "b", "c"], 3, Charge)),
        ["for each bug"] = async _ =>
        {
            await Workflow.ForEachParallelAsync(["a", "b"], 2, item => item == "b" ? throw new InvalidOperationException("a bug") : Charge(item));
            return "done";
        },
        ["semaphore"] = Semaphore,
        ["semaphore timeout"] = SemaphoreTimeout,
        ["mutex"] = Mutex,
        ["queue"] = ReadQueue,
        ["when any"] = WhenAnyOfMany,
        ["when all"] = async _ =>
        {
            await Workflow.WhenAllAsync(Charge("a"), Charge("b"), Charge("c"));
            return "done";
        },
        ["library delay"] = LibraryDelay,
        ["library cancel"] = LibraryCancel,
        ["library period"] = LibraryPeriod,
        ["library wait"] = async _ => await Outcome(Charge("o").WaitAsync(TimeSpan.FromSeconds(10), Workflow.TimeProvider)),
    };

    public static Task<string> Charge(string order) => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync(order, 1));

    public static async Task<string> Outcome(Task task)
    {
        try
        {
            await task;
            return "completed";
        }
        catch (Exception exception) when (exception is FailureException or OperationCanceledException or TimeoutException)
        {
            return exception is OperationCanceledException ? "canceled" : exception.GetType().Name;
        }
    }

    private static async Task<string> CancelOneScope(BranchWorkflow workflow)
    {
        using var scope = new CancellationScope();
        var inside = scope.RunAsync(() => Workflow.WhenAllAsync(Charge("in"), Workflow.DelayAsync(TimeSpan.FromHours(1)), Workflow.WaitConditionAsync(() => false)));
        var outside = Charge("out");
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        scope.Cancel();
        scope.Cancel();
        var late = scope.RunAsync(() => Charge("late"));
        return $"{await Outcome(inside)} {await Outcome(late)} {await outside}";
    }

    private static async Task<string> NestedScopes(BranchWorkflow workflow)
    {
        using var outer = new CancellationScope();
        using var disposed = new CancellationScope();
        Task? inner = null;
        Task? shielded = null;
        var work = outer.RunAsync(async () =>
        {
            using var scope = new CancellationScope();
            inner = scope.RunAsync(() => Workflow.DelayAsync(TimeSpan.FromHours(1)));
            shielded = Workflow.RunDetachedAsync(() => Workflow.DelayAsync(TimeSpan.FromHours(2)));
            await inner;
        });
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        outer.Cancel();
        workflow.Note($"{await Outcome(work)} {await Outcome(inner!)} {CancellationScope.Current is null}");
        return await Outcome(shielded!);
    }

    private static async Task<string> Detached(BranchWorkflow workflow)
    {
        try
        {
            return await Charge("o");
        }
        catch (OperationCanceledException)
        {
            await Workflow.RunDetachedAsync(() => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync("o")));
            throw;
        }
    }

    private static async Task<string> DetachedWithTimeout(BranchWorkflow workflow) =>
        await Outcome(Workflow.RunDetachedAsync(() => Charge("o"), TimeSpan.FromMinutes(1)));

    private static async Task<string> Timeout(BranchWorkflow workflow)
    {
        using var scope = new CancellationScope(new CancellationScopeOptions { Timeout = TimeSpan.FromMinutes(5) });
        return $"{await Outcome(scope.RunAsync(() => Charge("o")))} {scope.HasTimedOut}";
    }

    private static async Task<string> Token(BranchWorkflow workflow)
    {
        using var scope = new CancellationScope();
        var isSame = await scope.RunAsync(() => Task.FromResult(Workflow.CancellationToken == scope.Token && CancellationScope.Current == scope));
        var waiting = scope.RunAsync(() => Workflow.WaitConditionAsync(() => false));
        scope.Cancel();
        return $"{isSame} {await Outcome(waiting)} {Workflow.CancellationToken.IsCancellationRequested}";
    }

    private static async Task<string> ExplicitToken(BranchWorkflow workflow)
    {
        using var source = new CancellationTokenSource();
        using var scope = new CancellationScope();
        var own = scope.RunAsync(() => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("own", 1), new ActivityOptions { CancellationToken = source.Token }));
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        scope.Cancel();
        await Workflow.WaitConditionAsync(() => workflow.Level > 1);
        workflow.Note(own.IsCompleted ? "ended" : "goes on");
        source.Cancel();
        return await Outcome(own);
    }

    private static async Task<string> BranchOrder(BranchWorkflow workflow)
    {
        var first = Workflow.RunTaskAsync(() => Noted("first"));
        var second = Workflow.RunTaskAsync(() => Noted("second"));
        workflow.Note("main");
        return $"{await first} {await second}";

        Task<string> Noted(string name)
        {
            workflow.Note(name);
            return Task.FromResult(name);
        }
    }

    private static async Task<string> BranchScope(BranchWorkflow workflow)
    {
        using var scope = new CancellationScope();
        Task<string>? branch = null;
        await scope.RunAsync(() =>
        {
            branch = Workflow.RunTaskAsync(() => Charge("o"));
            return Task.CompletedTask;
        });
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        scope.Cancel();
        return await Outcome(branch!);
    }

    private static async Task<string> Semaphore(BranchWorkflow workflow)
    {
        var semaphore = new WorkflowSemaphore(1);
        using var impatient = new CancellationScope();
        List<Task> branches = [Critical(1), Outcome(impatient.RunAsync(() => Critical(2))), Critical(3), Critical(4)];
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        impatient.Cancel();
        await Workflow.WhenAllAsync(branches);
        return $"{semaphore.CurrentCount} of {semaphore.MaximumCount}, {semaphore.WaitingCount} wait";

        async Task Critical(int id)
        {
            using (await semaphore.EnterAsync())
            {
                workflow.Note($"in {id}");
                await Workflow.DelayAsync(TimeSpan.FromSeconds(id));
            }

            // Who leaves and comes again stands behind those who wait.
            if (id == 1)
            {
                await Critical(5);
            }
        }
    }

    private static async Task<string> SemaphoreTimeout(BranchWorkflow workflow)
    {
        var semaphore = new WorkflowSemaphore(0, 2);
        var patient = semaphore.WaitAsync();
        var impatient = await semaphore.WaitAsync(TimeSpan.FromMinutes(1));
        semaphore.Release(2);
        await patient;
        return $"{impatient} {semaphore.CurrentCount}";
    }

    private static async Task<string> Mutex(BranchWorkflow workflow)
    {
        var mutex = new WorkflowMutex();
        var held = await mutex.LockAsync();
        var missed = await mutex.TryLockAsync(TimeSpan.FromMinutes(1));
        var next = mutex.LockAsync();
        held.Dispose();
        held.Dispose();
        using var taken = await next;
        return $"{missed is null} {mutex.IsLocked}";
    }

    private static async Task<string> ReadQueue(BranchWorkflow workflow)
    {
        var sum = 0;
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        await foreach (var item in workflow.Queue.ReadAllAsync())
        {
            workflow.Note(string.Create(CultureInfo.InvariantCulture, $"got {item}"));
            sum += item;
        }

        return sum.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string> WhenAnyOfMany(BranchWorkflow workflow)
    {
        List<Task<string>> left = [.. Enumerable.Range(1, 20).Select(i => Charge($"o{i}"))];
        var order = new List<string>();
        while (left.Count > 0)
        {
            var ended = await Workflow.WhenAnyAsync(left);
            left.Remove(ended);
            order.Add(await ended);
        }

        return string.Join(' ', order);
    }

    private static async Task<string> LibraryDelay(BranchWorkflow workflow)
    {
        var start = Workflow.TimeProvider.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(90), Workflow.TimeProvider);
        return $"{Workflow.TimeProvider.GetElapsedTime(start)} {Workflow.TimeProvider.GetUtcNow() == Workflow.UtcNow}";
    }

    private static async Task<string> LibraryCancel(BranchWorkflow workflow)
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(30), Workflow.TimeProvider);
        using var other = new CancellationTokenSource();
        var slow = Task.Delay(TimeSpan.FromHours(1), Workflow.TimeProvider, other.Token);
        var outcome = await Outcome(Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1), new ActivityOptions { CancellationToken = source.Token }));
        other.Cancel();
        return $"{outcome} {await Outcome(slow)}";
    }

    private static async Task<string> LibraryPeriod(BranchWorkflow workflow)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), Workflow.TimeProvider);
        var ticks = 0;
        while (ticks < 3 && await timer.WaitForNextTickAsync())
        {
            ticks++;
        }

        return $"{ticks} ticks";
    }
}
