using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>An activity attempt that waits for a worker's slot.</summary>
/// <param name="Owner">The owner of its run.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt.</param>
internal sealed record ActivityOffer(ShardOwner Owner, WorkflowKey Workflow, RunId RunId, long ScheduledEventId, int Attempt);
