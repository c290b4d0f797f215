using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Errors about names that the worker does not know.</summary>
internal static class HandlerErrors
{
    private const int MaximumNamesShown = 20;

    public static HoldfastException NotRegistered(string kind, string name, string workflowType, IEnumerable<string> known) =>
        new(ErrorCodes.NotRegistered, $"Workflow '{workflowType}' has no {kind} '{name}'. It has: {Join(known)}.");

    public static HoldfastException WorkflowNotRegistered(string workflowType, IEnumerable<string> known) =>
        new(ErrorCodes.NotRegistered, $"This worker knows no workflow type '{workflowType}'. It knows: {Join(known)}. Register the workflow with the worker, or send its runs to another task queue.");

    public static HoldfastException ActivityNotRegistered(string activityType, IEnumerable<string> known) =>
        new(ErrorCodes.NotRegistered, $"This worker knows no activity type '{activityType}'. It knows: {Join(known)}. Register the activity with the worker, or send it to another task queue.");

    private static string Join(IEnumerable<string> names)
    {
        var sorted = names.Order(StringComparer.Ordinal).ToList();
        return sorted.Count switch
        {
            0 => "none",
            <= MaximumNamesShown => string.Join(", ", sorted),
            _ => $"{string.Join(", ", sorted.Take(MaximumNamesShown))} and {sorted.Count - MaximumNamesShown} more",
        };
    }
}
