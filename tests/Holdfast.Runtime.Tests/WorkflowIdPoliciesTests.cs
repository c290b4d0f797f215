using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class WorkflowIdPoliciesTests
{
    [Fact]
    public void A_start_that_comes_twice_makes_one_run_although_the_store_answers_late_and_another_run_came_between()
    {
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker().OnSequence("None", 0));
        engine.StartWorkflow("w", "None");
        engine.WaitForClose("w");
        engine.Reads.Hold("FindByRequestIdAsync");
        StartWorkflowExecutionRequest request = new() { Namespace = PumpedEngine.Namespace, WorkflowId = "w", WorkflowType = "None", TaskQueue = PumpedEngine.TaskQueue, RequestId = "twice" };
        var first = engine.Service.StartWorkflowExecutionAsync(request, CancellationToken.None);
        engine.Settle();
        engine.Reads.Held = string.Empty;
        var second = engine.Service.StartWorkflowExecutionAsync(request, CancellationToken.None);
        engine.Settle();
        engine.StartWorkflow("w", "None");
        engine.WaitForClose("w");
        engine.Reads.Release();
        Assert.Equal(engine.Run(first).RunId, engine.Run(second).RunId);
    }

    [Theory]
    [InlineData(WorkflowExecutionStatus.Failed, true)]
    [InlineData(WorkflowExecutionStatus.TimedOut, true)]
    [InlineData(WorkflowExecutionStatus.Canceled, true)]
    [InlineData(WorkflowExecutionStatus.Terminated, true)]
    [InlineData(WorkflowExecutionStatus.Completed, false)]
    [InlineData(WorkflowExecutionStatus.ContinuedAsNew, false)] // the newest run once its successor was deleted
    public void After_failures_alone_an_ID_may_be_used_again_under_the_policy_that_says_so(WorkflowExecutionStatus closedAs, bool allowed) =>
        Assert.Equal(allowed, WorkflowIdPolicies.AllowReuse(WorkflowIdReusePolicy.AllowDuplicateFailedOnly, closedAs));

    [Theory]
    [InlineData(WorkflowIdReusePolicy.AllowDuplicate, true)]
    [InlineData(WorkflowIdReusePolicy.TerminateIfRunning, true)]
    [InlineData(WorkflowIdReusePolicy.RejectDuplicate, false)]
    public void However_a_run_ended_the_other_policies_always_or_never_allow_another(WorkflowIdReusePolicy policy, bool allowed) => Assert.All(
        [WorkflowExecutionStatus.Completed, WorkflowExecutionStatus.Failed, WorkflowExecutionStatus.TimedOut, WorkflowExecutionStatus.Canceled, WorkflowExecutionStatus.Terminated, WorkflowExecutionStatus.ContinuedAsNew],
        closedAs => Assert.Equal(allowed, WorkflowIdPolicies.AllowReuse(policy, closedAs)));
}
