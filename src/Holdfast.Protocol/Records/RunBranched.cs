namespace Holdfast.Protocol;

/// <summary>The events so far are those of a run that was reset: from here on this run has a history of its own. Timeouts of the run and of its activities begin anew.</summary>
/// <param name="Time">When.</param>
/// <param name="BaseRunId">The run that was reset.</param>
/// <param name="RequestId">Idempotence key of the request.</param>
public sealed record RunBranched(DateTimeOffset Time, RunId BaseRunId, string RequestId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.RunBranched;
}
