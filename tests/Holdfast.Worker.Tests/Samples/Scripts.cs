using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>What workflow code does, by name.</summary>
internal static class Scripts
{
    public static readonly ActivityOptions AllOptions = new()
    {
        ActivityId = "given",
        StartToCloseTimeout = TimeSpan.FromSeconds(1),
        ScheduleToCloseTimeout = TimeSpan.FromSeconds(2),
        ScheduleToStartTimeout = TimeSpan.FromSeconds(3),
        HeartbeatTimeout = TimeSpan.FromSeconds(4),
        RetryPolicy = new RetryPolicy { MaximumAttempts = 5 },
        TaskQueue = "elsewhere",
        Priority = new Priority { PriorityKey = 2 },
        ConcurrencyKey = "key",
        Summary = "a summary",
    };

    public static readonly Dictionary<string, Func<ScriptWorkflow, Task<string>>> All = new(StringComparer.Ordinal)
    {
        ["return"] = _ => Task.FromResult("done"),
        ["level"] = async w =>
        {
            await Workflow.WaitConditionAsync(() => w.Level >= 3);
            return w.Level.ToString(CultureInfo.InvariantCulture);
        },
        ["level or timeout"] = async w => await Workflow.WaitConditionAsync(() => w.Level >= 3, TimeSpan.FromMinutes(5)) ? "reached" : "timed out",
        ["two of three"] = TwoOfThree,
        ["charge"] = _ => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1)),
        ["charge waiting"] = _ => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1), new ActivityOptions { CancellationType = ActivityCancellationType.WaitCancellationCompleted }),
        ["charge abandoning"] = _ => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1), new ActivityOptions { CancellationType = ActivityCancellationType.Abandon }),
        ["charge with cleanup"] = ChargeWithCleanup,
        ["charge then recover"] = ChargeThenRecover,
        ["activity kinds"] = ActivityKinds,
        ["activity with options beside its attribute"] = RefundWithOptions,
        ["activity with a limit over all attempts"] = _ => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1), new ActivityOptions { ScheduleToCloseTimeout = TimeSpan.FromHours(1) }),
        ["cancel at once"] = CancelAtOnce,
        ["cancel linked"] = CancelLinked,
        ["sleep"] = async _ =>
        {
            await Workflow.DelayAsync(TimeSpan.FromDays(30));
            return "slept";
        },
        ["zero sleep"] = async _ =>
        {
            await Workflow.DelayAsync(TimeSpan.Zero);
            return "slept";
        },
        ["fail"] = _ => throw new ApplicationFailureException("broken", "Broken"),
        ["bug"] = _ => throw new InvalidOperationException("a bug"),
        ["format bug"] = _ => throw new FormatException("bad format"),
        ["continue"] = _ => throw Workflow.ContinueAsNew((ScriptWorkflow n) => n.RunAsync("return"), new ContinueAsNewOptions { StartDelay = TimeSpan.FromSeconds(7) }),
        ["child"] = _ => Workflow.ExecuteChildWorkflowAsync((OrderWorkflow o) => o.RunAsync("c1"), new ChildWorkflowOptions { WorkflowId = "child-1" }),
        ["child handle"] = ChildHandle,
        ["child try cancel"] = _ => Child(ChildWorkflowCancellationType.TryCancel),
        ["child abandon"] = _ => Child(ChildWorkflowCancellationType.Abandon),
        ["child wait requested"] = _ => Child(ChildWorkflowCancellationType.WaitCancellationRequested),
        ["random"] = async _ =>
        {
            var before = $"{Workflow.Random.Next(1000)} {Workflow.NewGuid()} {Workflow.UtcNow:O}";
            await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
            return $"{before} {Workflow.Random.NextDouble():R} {Workflow.UtcNow:O}";
        },
        ["info"] = async _ =>
        {
            var before = Workflow.Info;
            await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
            return $"{before.WorkflowType} {before.WorkflowId} {before.HistoryLength} {Workflow.Info.HistoryLength} {Workflow.Info.HistorySizeBytes}";
        },
        ["locks"] = Locks,
        ["wait for handlers"] = async w =>
        {
            await Workflow.WaitConditionAsync(() => w.Level > 0 && Workflow.AllHandlersFinished);
            return "done";
        },
        ["notes"] = async w =>
        {
            w.Note("first");
            await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
            w.Note("second");
            await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
            return "done";
        },
        ["tasks"] = async _ =>
        {
            var started = await Task.Factory.StartNew(() => TaskScheduler.Current != TaskScheduler.Default, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
            var continued = await Task.CompletedTask.ContinueWith(_ => Workflow.Info.WorkflowId, TaskScheduler.Current);
            await Task.Yield();
            return $"{started} {continued}";
        },
        ["semaphore"] = Semaphore,
    };

    public static Exception Exception(string kind) => kind switch
    {
        "failure" => new ApplicationFailureException("handler failed", "HandlerFailed"),
        _ => new InvalidOperationException("handler bug"),
    };

    private static Task<string> Charge(string order) => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync(order, 1));

    private static Task<string> Child(ChildWorkflowCancellationType type) =>
        Workflow.ExecuteChildWorkflowAsync((OrderWorkflow o) => o.RunAsync("c1"), new ChildWorkflowOptions { WorkflowId = "child-1", CancellationType = type });

    private static async Task<string> TwoOfThree(ScriptWorkflow workflow)
    {
        var charges = new[] { Charge("a"), Charge("b"), Charge("c") };
        var first = await Workflow.WhenAnyAsync(charges);
        var second = await Workflow.WhenAnyAsync(charges.Where(c => c != first));
        return $"{await first} {await second}";
    }

    private static async Task<string> ChargeWithCleanup(ScriptWorkflow workflow)
    {
        try
        {
            return await Charge("o");
        }
        catch (OperationCanceledException)
        {
            await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync("o"), new ActivityOptions { CancellationToken = CancellationToken.None });
            throw;
        }
    }

    private static async Task<string> ChargeThenRecover(ScriptWorkflow workflow)
    {
        try
        {
            return await Charge("o");
        }
        catch (ActivityFailureException exception)
        {
            return $"{exception.ActivityType}: {exception.InnerException!.Message} ({((ApplicationFailureException)exception.InnerException).FailureType})";
        }
    }

    private static async Task<string> ActivityKinds(ScriptWorkflow workflow)
    {
        var price = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.Price("hat"));
        var refund = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync("o"));
        var ship = Workflow.ExecuteActivityAsync(() => PaymentActivities.ShipAsync("o"));
        var named = Workflow.ExecuteActivityAsync<int>("Elsewhere", ["x", 1]);
        await Workflow.WhenAllAsync(price, refund, ship, named);
        return $"{await price} {await ship} {await named}";
    }

    private static async Task<string> RefundWithOptions(ScriptWorkflow workflow)
    {
        await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync("o"), AllOptions);
        return "refunded";
    }

    private static async Task<string> CancelAtOnce(ScriptWorkflow workflow)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
        var charge = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1), new ActivityOptions { CancellationToken = source.Token });
        var delay = Workflow.DelayAsync(TimeSpan.FromHours(1), source.Token);
        source.Cancel();
        return $"{await Outcome(charge)} {await Outcome(delay)}";
    }

    private static async Task<string> CancelLinked(ScriptWorkflow workflow)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Workflow.CancellationToken);
        var charge = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1), new ActivityOptions { CancellationToken = source.Token });
        var delay = Workflow.DelayAsync(TimeSpan.FromHours(1), source.Token);
        var never = Workflow.WaitConditionAsync(() => false, TimeSpan.FromHours(2), source.Token);
        await Workflow.WaitConditionAsync(() => workflow.Level > 0);
        source.Cancel();
        return $"{await Outcome(charge)} {await Outcome(delay)} {await Outcome(never)}";
    }

    private static async Task<string> Outcome(Task task)
    {
        try
        {
            await task;
            return "completed";
        }
        catch (OperationCanceledException exception)
        {
            return exception.CancellationToken.IsCancellationRequested ? "canceled" : "canceled without token";
        }
    }

    private static async Task<string> ChildHandle(ScriptWorkflow workflow)
    {
        var handle = await Workflow.StartChildWorkflowAsync((OrderWorkflow o) => o.RunAsync("c1"));
        workflow.Note($"started {handle.WorkflowId == $"{Workflow.Info.RunId}/1"}");
        return await handle.GetResultAsync();
    }

    private static async Task<string> Locks(ScriptWorkflow workflow)
    {
        var isLocked = false;
        var order = new List<int>();
        async Task Critical(int id)
        {
            await Workflow.WaitConditionAsync(() => !isLocked);
            Invariant.That(!isLocked, "one at a time");
            isLocked = true;
            await Workflow.DelayAsync(TimeSpan.FromSeconds(id));
            order.Add(id);
            isLocked = false;
        }

        await Workflow.WhenAllAsync(Critical(1), Critical(2), Critical(3));
        return string.Join(' ', order);
    }

    private static async Task<string> Semaphore(ScriptWorkflow workflow)
    {
        using var semaphore = new SemaphoreSlim(1);
        var order = new List<int>();
        async Task Critical(int id)
        {
            await semaphore.WaitAsync();
            await Workflow.DelayAsync(TimeSpan.FromSeconds(1));
            order.Add(id);
            semaphore.Release();
        }

        await Workflow.WhenAllAsync(Critical(1), Critical(2));
        return string.Join(' ', order);
    }
}
