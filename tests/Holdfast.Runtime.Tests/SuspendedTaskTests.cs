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

    private sealed class WaitingTask : ISuspendedWorkflowTask
    {
        public bool MayAnswer => true;

        public bool IsWaited { get; private set; }

        public int Begun { get; private set; }

        public void Begin() => Begun++;

        public void NotifyWhenReady(Action ready) => IsWaited = true;

        public WorkflowTaskResult Continue() => ScriptedWorker.Completed();

        public WorkflowTaskResult Answer(WorkflowTask query) => ScriptedWorker.Completed();
    }
}
