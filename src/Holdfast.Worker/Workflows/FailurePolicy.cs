namespace Holdfast.Worker;

/// <summary>Decides whether an exception out of workflow code ends the workflow, or only fails the task.</summary>
/// <param name="workflowFailureTypes">Exception types (and their subtypes) that end the workflow, beside failures and cancellations.</param>
internal sealed class FailurePolicy(IReadOnlyList<Type> workflowFailureTypes)
{
    /// <summary>This policy, with more types that end the workflow.</summary>
    public FailurePolicy With(IReadOnlyList<Type> more) => more.Count == 0 ? this : new FailurePolicy([.. workflowFailureTypes, .. more]);

    /// <summary>True when the exception ends the workflow.</summary>
    public bool EndsWorkflow(Exception exception) =>
        exception is FailureException or OperationCanceledException
        || workflowFailureTypes.Any(t => t.IsInstanceOfType(exception));

    /// <summary>True when the exception says that work was canceled.</summary>
    public static bool IsCancellation(Exception exception) => exception switch
    {
        OperationCanceledException => true,
        ActivityFailureException or ChildWorkflowFailureException => exception.InnerException is OperationCanceledException,
        _ => false,
    };
}
