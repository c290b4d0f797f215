namespace Holdfast.Protocol;

/// <summary>A second or later attempt in a row of a workflow task failed or timed out. The first failure is in history; the others are counted here.</summary>
/// <param name="Attempt">The attempt that failed, from 2.</param>
/// <param name="Time">When.</param>
/// <param name="NextAttemptTime">When the next attempt becomes due.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record WorkflowTaskAttemptFailed(int Attempt, DateTimeOffset Time, DateTimeOffset NextAttemptTime, Failure Failure) : Transition
{
    /// <summary>The kind of its failure; unspecified for a timeout, and in what earlier versions recorded.</summary>
    public WorkflowTaskFailedCause Cause { get; init; }

    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.WorkflowTaskAttemptFailed;
}
