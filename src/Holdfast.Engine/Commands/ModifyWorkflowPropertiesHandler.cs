using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Changes the run's memo.</summary>
internal static class ModifyWorkflowPropertiesHandler
{
    internal static CommandFault? Validate(RunState state, ModifyWorkflowPropertiesCommand command, CommandBatch batch)
    {
        if (command.UpsertedMemo.Count == 0)
        {
            return new(WorkflowTaskFailedCause.BadModifyWorkflowPropertiesAttributes, "The change of the memo names no entry.");
        }

        var changed = PayloadMapMerge.Apply(batch.Memo ?? state.Memo, command.UpsertedMemo);
        if (SizeRules.PayloadProblem("The workflow's memo", Payloads.Empty, changed, batch.Limits) is { } problem)
        {
            return new(WorkflowTaskFailedCause.BadModifyWorkflowPropertiesAttributes, problem.Message);
        }

        batch.Memo = changed;
        return null;
    }

    internal static void Execute(RunState state, ModifyWorkflowPropertiesCommand command, CommandContext context, RunStep step) =>
        step.Record(state, new WorkflowPropertiesModified { UpsertedMemo = command.UpsertedMemo, WorkflowTaskCompletedEventId = context.CompletedEventId });
}
