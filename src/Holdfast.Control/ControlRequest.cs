using System.Text.Json;

namespace Holdfast.Control;

/// <summary>What is asked of a data folder's engine. Which properties matter depends on the verb.</summary>
public sealed record ControlRequest
{
    /// <summary>The verb: one of <see cref="ControlVerbs.Names"/>.</summary>
    public required string Verb { get; init; }

    /// <summary>The namespace; null for that of the host.</summary>
    public string? Namespace { get; init; }

    /// <summary>The workflow ID.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>The ID of an activity that a client started.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The activity type of a start.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Limit of one attempt of an activity that is started; null for that of the activity's attribute or 5 minutes.</summary>
    public TimeSpan? StartToCloseTimeout { get; init; }

    /// <summary>What is changed of an activity that a client started, and how.</summary>
    public ActivitySettings? Activity { get; init; }

    /// <summary>The run; null for the current one.</summary>
    public string? RunId { get; init; }

    /// <summary>The workflow type: of a start, or to list only such runs.</summary>
    public string? WorkflowType { get; init; }

    /// <summary>Task queue of a start; null for "default".</summary>
    public string? TaskQueue { get; init; }

    /// <summary>Name of the signal, query, update, search attribute or rule.</summary>
    public string? Name { get; init; }

    /// <summary>Arguments of a start, signal, query or update; null, which JSON can say, is none.</summary>
    public IReadOnlyList<JsonElement>? Arguments { get; init; } = [];

    /// <summary>Reason of a cancellation, termination, pause or reset.</summary>
    public string? Reason { get; init; }

    /// <summary>Where a reset goes to: "first" or "last"; null with an event, or for "last".</summary>
    public string? Target { get; init; }

    /// <summary>The event that a reset goes to; null for none.</summary>
    public long? EventId { get; init; }

    /// <summary>The build whose first workflow task a reset goes to; null for none.</summary>
    public string? BuildId { get; init; }

    /// <summary>Priority key of changed options, 1 to 5; null leaves it as it is.</summary>
    public int? PriorityKey { get; init; }

    /// <summary>Fairness key of changed options; null leaves it as it is.</summary>
    public string? FairnessKey { get; init; }

    /// <summary>Fairness weight of changed options; null leaves it as it is.</summary>
    public double? FairnessWeight { get; init; }

    /// <summary>True to give options back as the run started with them.</summary>
    public bool Restores { get; init; }

    /// <summary>True to show what the workflow's code says of where it is.</summary>
    public bool WithCurrentDetails { get; init; }

    /// <summary>List only runs in this state.</summary>
    public string? Status { get; init; }

    /// <summary>List or count only runs that satisfy this list filter.</summary>
    public string? Filter { get; init; }

    /// <summary>True to list the runs of the archive.</summary>
    public bool Archived { get; init; }

    /// <summary>Most runs to list. Default 100; 1 to 10,000.</summary>
    public int? Limit { get; init; }

    /// <summary>Settings of a namespace that is created or updated.</summary>
    public NamespaceSettings? Settings { get; init; }

    /// <summary>What activities must satisfy for a rule.</summary>
    public string? ActivityFilter { get; init; }

    /// <summary>What a rule is for.</summary>
    public string? Description { get; init; }

    /// <summary>From when on a rule does nothing.</summary>
    public DateTimeOffset? ExpirationTime { get; init; }

    /// <summary>Type of a search attribute.</summary>
    public string? AttributeType { get; init; }

    /// <summary>True to show the history too.</summary>
    public bool WithHistory { get; init; }
}
