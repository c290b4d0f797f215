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
