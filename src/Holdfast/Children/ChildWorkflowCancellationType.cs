namespace Holdfast;

/// <summary>What the workflow sees when it cancels a child workflow.</summary>
public enum ChildWorkflowCancellationType
{
    /// <summary>Does not ask the child; goes on at once as canceled.</summary>
    Abandon = 0,

    /// <summary>Asks the child to cancel and goes on at once as canceled.</summary>
    TryCancel = 1,

    /// <summary>Asks the child to cancel and waits for its end.</summary>
    WaitCancellationCompleted = 2,

    /// <summary>Asks the child to cancel and waits until the request has reached it.</summary>
    WaitCancellationRequested = 3,
}
