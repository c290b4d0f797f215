using Holdfast.Protocol;

namespace Holdfast.Simulation.Tests;

public sealed class AnswerCheckerTests
{
    private static readonly StartWorkflowExecutionRequest Start = new() { Namespace = "default", WorkflowId = "w", RequestId = "r", WorkflowType = "T", TaskQueue = "q" };

    private static readonly RunId One = RunId.Parse("01930000-0000-7000-8000-000000000001");
    private static readonly RunId Another = RunId.Parse("01930000-0000-7000-8000-000000000002");

    [Fact]
    public void The_same_start_may_be_answered_again_with_the_same_run()
    {
        AnswerChecker checker = new();
        checker.Note(Start, new StartWorkflowExecutionResponse(One, Started: true));
        checker.Note(Start, new StartWorkflowExecutionResponse(One, Started: true));
        Assert.Empty(checker.Problems);
    }

    [Fact]
    public void The_same_start_must_not_be_answered_with_another_run()
    {
        AnswerChecker checker = new();
        checker.Note(Start, new StartWorkflowExecutionResponse(One, Started: true));
        checker.Note(Start, new StartWorkflowExecutionResponse(Another, Started: true));
        Assert.Single(checker.Problems);
    }
}
