using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Ending
{
    [Fact]
    public void A_failure_ends_the_workflow()
    {
        using var run = Script.Start("fail");
        var failure = Assert.IsType<FailWorkflowExecutionCommand>(run.Commands[0]).Failure;
        Assert.Equal(("broken", "Broken"), (failure.Message, Assert.IsType<FailureInfo.Application>(failure.Info).Type));
    }

    [Fact]
    public void A_bug_fails_the_task_and_never_the_workflow()
    {
        using var run = Script.Create("bug");
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Equal((WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, "a bug"), (failed.Cause, failed.Failure.Message));
        Assert.Equal(0, run.Handler.CachedRunCount);
    }

    [Fact]
    public void Exception_types_named_in_the_options_end_the_workflow()
    {
        using var run = Script.Start("format bug", new WorkflowTaskHandlerOptions { WorkflowFailureTypes = [typeof(FormatException)] });
        Assert.Equal(["fail(bad format)"], run.Asked);
    }

    [Fact]
    public void Continue_as_new_carries_type_arguments_and_options()
    {
        using var run = Script.Start("continue");
        var command = Assert.IsType<ContinueAsNewWorkflowExecutionCommand>(run.Commands[0]);
        Assert.Equal(("ScriptWorkflow", "\"return\"", TimeSpan.FromSeconds(7)), (command.WorkflowType, command.Input.ToString(), command.BackoffStartInterval!.Value));
    }

    [Fact]
    public void An_unknown_workflow_type_fails_the_task_and_names_the_known_ones()
    {
        using var run = Script.Create("return");
        run.MoveTo(new WorkflowTaskHandler([]));
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Contains("HF3011: This worker knows no workflow type 'ScriptWorkflow'. It knows: none.", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_workflows_of_one_name_are_refused()
    {
        var definitions = Definitions.DefinitionCatalog.Of(typeof(Ending).Assembly).Workflows;
        var twin = new Definitions.WorkflowDefinition { Name = "OrderWorkflow", DeclaringType = typeof(Ending), Invoke = (_, _) => Task.FromResult(Payloads.Empty) };
        Assert.Equal(ErrorCodes.DuplicateName, Assert.Throws<HoldfastException>(() => new WorkflowTaskHandler([.. definitions, twin])).Code);
    }
}
