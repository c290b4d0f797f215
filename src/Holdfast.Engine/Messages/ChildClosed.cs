using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A child's last run has closed. Said again for one that is known, it changes nothing. Implies <see cref="ChildStarted"/>.</summary>
/// <param name="InitiatedEventId">The child's initiated event in this run's history.</param>
/// <param name="ChildFirstRunId">First run of the child's chain (the one that was started).</param>
/// <param name="ChildRunId">Last run of the child's chain.</param>
/// <param name="CloseEvent">The close event of that run; never ContinuedAsNew.</param>
public sealed record ChildClosed(long InitiatedEventId, RunId ChildFirstRunId, RunId ChildRunId, EventAttributes CloseEvent) : RunMessage;
