using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Search attributes that a command gives to another run.</summary>
internal static class CommandSearchAttributes
{
    /// <summary>What is wrong with them; null when nothing is.</summary>
    internal static CommandFault? Fault(RunState state, PayloadMap? attributes, CommandBatch batch)
    {
        if (attributes is null or { Count: 0 })
        {
            return null;
        }

        return (SearchAttributeRules.Of(attributes) ?? SearchAttributeTyping.Admit(attributes, state.Workflow.Namespace, batch.SearchAttributeTypes)) is { } problem
            ? new(WorkflowTaskFailedCause.BadSearchAttributes, $"{problem.Code}: {problem.Message}")
            : null;
    }

    /// <summary>The attributes with their registered types.</summary>
    internal static PayloadMap? Typed(RunState state, PayloadMap? attributes, RunStep step) =>
        attributes is null or { Count: 0 } ? attributes : SearchAttributeTyping.Typed(attributes, state.Workflow.Namespace, step.SearchAttributeTypes);
}
