using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Checks commands that reach for other workflows.</summary>
internal static class OtherRunRules
{
    /// <summary>What is wrong with the target; null when it is well-formed and of this run's namespace.</summary>
    internal static string? Problem(RunState state, string @namespace, string workflowId, EngineLimits limits) =>
        SizeRules.NameProblem("The other run's workflow ID", workflowId, limits)?.Message
        ?? (@namespace.Length == 0 || string.Equals(@namespace, state.Workflow.Namespace, StringComparison.Ordinal)
            ? null
            : $"{ErrorCodes.CrossNamespaceRefused}: The other run is of namespace '{@namespace}' and this one of '{state.Workflow.Namespace}'. A workflow reaches workflows of its own namespace alone; use a client in an activity for others.");
}
