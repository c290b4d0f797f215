using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class WorkflowIdPoliciesTests
{
    [Theory]
    [InlineData(WorkflowExecutionStatus.Failed, true)]
    [InlineData(WorkflowExecutionStatus.TimedOut, true)]
    [InlineData(WorkflowExecutionStatus.Canceled, true)]
    [InlineData(WorkflowExecutionStatus.Terminated, true)]
    [InlineData(WorkflowExecutionStatus.Completed, false)]
    [InlineData(WorkflowExecutionStatus.ContinuedAsNew, false)] // the newest run once its successor was deleted
    public void After_failures_alone_an_ID_may_be_used_again_under_the_policy_that_says_so(WorkflowExecutionStatus closedAs, bool allowed) =>
        Assert.Equal(allowed, WorkflowIdPolicies.AllowReuse(WorkflowIdReusePolicy.AllowDuplicateFailedOnly, closedAs));
}
