using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class SuspendedTaskTests
{
    [Fact]
    public void Local_activities_begin_when_everything_before_them_is_durable()
    {
        WaitingTask waiting = new();
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker().On("Local", (_, _) => new WorkflowTaskResult.Suspended(waiting)));
        engine.Settle();
        var start = engine.Service.StartWorkflowExecutionAsync(
            new StartWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, WorkflowId = "w", WorkflowType = "Local", TaskQueue = PumpedEngine.TaskQueue, RequestId = "one" },
            CancellationToken.None);
        var owner = engine.Engine.Owners[0];
        while (owner.HasWork)
        {
            owner.Turn();
        }

        Assert.True(waiting.IsWaited);
        Assert.Equal(0, waiting.Begun);
        engine.Run(start);
        engine.Settle();
        Assert.Equal(1, waiting.Begun);
    }

    [Fact]
    public void The_history_of_a_suspended_task_stays_as_it_was_when_the_run_goes_on_meanwhile()
    {
        WaitingTask waiting = new();
        IHistorySource? given = null;
        var worker = new ScriptedWorker()
            .On("Waits", (task, _) =>
            {
                given ??= task.History;
                return new WorkflowTaskResult.Suspended(waiting);
            })
            .On("Other", static (_, _) => ScriptedWorker.Completed());
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, worker);
        engine.StartWorkflow("w", "Waits");
        engine.Settle();
        var before = given!.Read(long.MaxValue).Select(static e => e.Type).ToList();

        for (var i = 0; i < 40; i++)
        {
            engine.Signal("w", "more");
            engine.StartWorkflow($"other {i}", "Other");
        }

        Assert.Equal(before, given.Read(long.MaxValue).Select(static e => e.Type));
    }

    [Fact]
    public void A_query_that_comes_behind_a_signal_which_the_suspended_task_does_not_know_waits_for_the_task_that_does()
    {
        WaitingTask waiting = new();
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker()
            .On("Local", (task, history) => (task.Query, history.Any(e => e.Type == EventType.WorkflowExecutionSignaled)) switch
            {
                (not null, _) => new WorkflowTaskResult.QueryAnswered(Payloads.Empty),
                (null, true) => ScriptedWorker.Completed(),
                (null, false) => new WorkflowTaskResult.Suspended(waiting),
            }));
        engine.StartWorkflow("w", "Local");
        engine.Settle();
        engine.Run(Query(engine));
        Assert.Equal(1, waiting.Answered);
        engine.Signal("w", "hello");
        var query = Query(engine);
        engine.Settle();
        Assert.False(query.IsCompleted);
        waiting.Ready!();
        engine.Run(query);
        Assert.Equal(1, waiting.Answered);
    }

    [Fact]
    public void No_more_queries_wait_for_a_workflow_task_than_may_and_those_that_were_given_up_do_not_count()
    {
        WaitingTask waiting = new();
        PumpedEngine engine = new(
            new EngineOptions { Owners = 1, Limits = new EngineLimits { BufferedQueries = 2 } },
            new ScriptedWorker().On("Local", (task, _) => task.Query is null ? new WorkflowTaskResult.Suspended(waiting) : new WorkflowTaskResult.QueryAnswered(Payloads.Empty)));
        engine.StartWorkflow("w", "Local");
        engine.Settle();
        engine.Signal("w", "more");
        using CancellationTokenSource impatient = new();
        var givenUp = Query(engine, impatient.Token);
        var waits = Query(engine);
        engine.Settle();
        var refused = Query(engine);
        engine.Settle();
        Assert.False(waits.IsCompleted);
        var error = Assert.IsType<HoldfastException>(refused.Exception!.InnerException);
        Assert.Equal(ErrorCodes.ResourceExhausted, error.Code);
        Assert.Contains("2 queries wait for the code of run", error.Message, StringComparison.Ordinal);

        impatient.Cancel();
        Assert.True(givenUp.IsCanceled);
        var next = Query(engine);
        engine.Settle();
        waiting.Ready!();
        engine.Run(waits);
        engine.Run(next);
    }

    private static Task<QueryWorkflowResponse> Query(PumpedEngine engine, CancellationToken cancellationToken = default) => engine.Service.QueryWorkflowAsync(
        new QueryWorkflowRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), Query = new WorkflowQuery("status", Payloads.Empty, PayloadMap.Empty) },
        cancellationToken);

    private sealed class WaitingTask : ISuspendedWorkflowTask
    {
        public bool MayAnswer => true;

        public bool IsWaited => Ready is not null;

        /// <summary>Brings the task back; null until somebody waits for it.</summary>
        public Action? Ready { get; private set; }

        public int Answered { get; private set; }

        public int Begun { get; private set; }

        public void Begin() => Begun++;

        public void NotifyWhenReady(Action ready) => Ready = ready;

        public WorkflowTaskResult Continue() => ScriptedWorker.Completed();

        public WorkflowTaskResult Answer(WorkflowTask query)
        {
            Answered++;
            return new WorkflowTaskResult.QueryAnswered(Payloads.Empty);
        }
    }
}
