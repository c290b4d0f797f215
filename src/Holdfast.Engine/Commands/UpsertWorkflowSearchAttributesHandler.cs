using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Changes the run's search attributes.</summary>
internal static class UpsertWorkflowSearchAttributesHandler
{
    internal static CommandFault? Validate(UpsertWorkflowSearchAttributesCommand command, CommandBatch batch)
    {
        if (command.SearchAttributes.Count == 0)
        {
            return new(WorkflowTaskFailedCause.BadSearchAttributes, "The change of search attributes names none.");
        }

        return SizeRules.PayloadProblem("The search attributes", Payloads.Empty, command.SearchAttributes, batch.Limits) is { } problem
            ? new(WorkflowTaskFailedCause.BadSearchAttributes, problem.Message)
            : null;
    }

    internal static void Execute(RunState state, UpsertWorkflowSearchAttributesCommand command, CommandContext context, RunStep step) =>
        step.Record(state, new UpsertWorkflowSearchAttributes { SearchAttributes = command.SearchAttributes, WorkflowTaskCompletedEventId = context.CompletedEventId });
}
