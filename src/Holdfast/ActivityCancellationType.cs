namespace Holdfast;

/// <summary>What the workflow sees when it cancels an activity.</summary>
public enum ActivityCancellationType
{
    /// <summary>Asks the activity to cancel and goes on at once as canceled.</summary>
    TryCancel = 0,

    /// <summary>Asks the activity to cancel and waits for its end.</summary>
    WaitCancellationCompleted = 1,

    /// <summary>Does not ask; goes on at once as canceled.</summary>
    Abandon = 2,
}
