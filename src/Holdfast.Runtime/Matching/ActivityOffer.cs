using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>An activity attempt that waits for a worker's slot.</summary>
/// <param name="Owner">The owner of its run.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="ScheduledEventId">The activity.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record ActivityOffer(ShardOwner Owner, WorkflowKey Workflow, RunId RunId, long ScheduledEventId, int Attempt, DateTimeOffset Since)
{
    /// <summary>Its priority, that of the run included; null means the default.</summary>
    public Priority? Priority { get; init; }

    /// <summary>The activity type.</summary>
    public string ActivityType { get; init; } = string.Empty;

    /// <summary>The key whose attempts are counted together; empty when there is none.</summary>
    public string ConcurrencyKey { get; init; } = string.Empty;
}
