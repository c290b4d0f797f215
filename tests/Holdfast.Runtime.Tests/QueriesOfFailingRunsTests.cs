using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class QueriesOfFailingRunsTests
{
    [Fact]
    public void A_run_whose_first_workflow_task_keeps_failing_refuses_queries_that_wait_and_those_that_come()
    {
        var isMended = false;
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker().On("Broken", (task, _) => (task.Query, isMended) switch
        {
            (not null, _) => new WorkflowTaskResult.QueryAnswered(Payloads.Empty),
            (null, true) => ScriptedWorker.Completed(),
            _ => new WorkflowTaskResult.Failed(WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, new Failure { Message = "a bug", Info = new FailureInfo.Server(false) }),
        }));
        engine.StartWorkflow("w", "Broken");
        engine.Settle();
        var waits = Query(engine);
        engine.Settle();
        Assert.False(waits.IsCompleted);

        Assert.Equal("a bug", Assert.Throws<QueryFailedException>(() => engine.Run(waits)).Failure.Cause?.Message);
        Assert.Contains("its first has failed 2 times", Assert.Throws<QueryFailedException>(() => engine.Run(Query(engine))).Message, StringComparison.Ordinal);

        isMended = true;
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        engine.Settle();
        engine.Run(Query(engine));
    }

    private static Task<QueryWorkflowResponse> Query(PumpedEngine engine) => engine.Service.QueryWorkflowAsync(
        new QueryWorkflowRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), Query = new WorkflowQuery("status", Payloads.Empty, PayloadMap.Empty) },
        CancellationToken.None);
}
