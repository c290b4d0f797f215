using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Changes the run's search attributes.</summary>
internal static class UpsertWorkflowSearchAttributesHandler
{
    internal static CommandFault? Validate(RunState state, UpsertWorkflowSearchAttributesCommand command, CommandBatch batch)
    {
        if (command.SearchAttributes.Count == 0)
        {
            return new(WorkflowTaskFailedCause.BadSearchAttributes, "The change of search attributes names none.");
        }

        var changed = PayloadMapMerge.Apply(batch.SearchAttributes ?? state.SearchAttributes, command.SearchAttributes);
        if ((SearchAttributeRules.Of(command.SearchAttributes) ?? SearchAttributeRules.Of(changed) ?? Untyped(state, command, batch)) is { } problem)
        {
            return new(WorkflowTaskFailedCause.BadSearchAttributes, $"{problem.Code}: {problem.Message}");
        }

        batch.SearchAttributes = changed;
        return null;
    }

    internal static void Execute(RunState state, UpsertWorkflowSearchAttributesCommand command, CommandContext context, RunStep step) =>
        step.Record(state, new UpsertWorkflowSearchAttributes
        {
            SearchAttributes = SearchAttributeTyping.Typed(command.SearchAttributes, state.Workflow.Namespace, step.SearchAttributeTypes),
            WorkflowTaskCompletedEventId = context.CompletedEventId,
        });

    private static SearchAttributeProblem? Untyped(RunState state, UpsertWorkflowSearchAttributesCommand command, CommandBatch batch) =>
        SearchAttributeTyping.Admit(command.SearchAttributes, state.Workflow.Namespace, batch.SearchAttributeTypes);
}
