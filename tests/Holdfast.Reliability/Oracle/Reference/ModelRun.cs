using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>A run, as the model sees it.</summary>
/// <param name="workflowId">Its workflow.</param>
/// <param name="made">When it was made.</param>
/// <param name="way">What it was started with.</param>
internal sealed class ModelRun(string workflowId, TimeSpan made, StartWay way)
{
    public string WorkflowId { get; } = workflowId;

    public TimeSpan Made { get; } = made;

    /// <summary>When it started: a run that another was reset to has started with that one.</summary>
    public TimeSpan Start { get; set; } = made;

    public StartWay Way { get; } = way;

    /// <summary>What the workflow's code has added up.</summary>
    public long Total { get; set; }

    /// <summary>What came by signals that its code has not seen, because it is paused or has not begun. A run that is terminated never sees them; one that it is reset to does.</summary>
    public long Unseen { get; set; }

    public WorkflowExecutionStatus Status { get; private set; } = WorkflowExecutionStatus.Running;

    public TimeSpan? Close { get; private set; }

    public bool IsPaused { get; set; }

    /// <summary>When its code begins; null once it has.</summary>
    public TimeSpan? Begins { get; set; }

    /// <summary>The delay that it began with.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>It follows another run of the chain.</summary>
    public bool IsSuccessor { get; init; }

    public int Attempt { get; init; } = 1;

    public TimeSpan? ExecutionDeadline { get; set; }

    public TimeSpan? RunDeadline { get; set; }

    /// <summary>How it was told to end by a signal, which a reset carries over; null: it was not.</summary>
    public WorkflowExecutionStatus? ToldToEnd { get; set; }

    public bool IsCancelRequested { get; set; }

    public int Priority { get; set; }

    public string? Note { get; set; }

    public long? Attribute { get; set; }

    /// <summary>Who started it as a child, with the name it has there; null when a client did.</summary>
    public (ModelRun Parent, string Name)? Parent { get; set; }

    /// <summary>The first run of its chain.</summary>
    public ModelRun? First { get; init; }

    /// <summary>The code was asked for more than additions, which a reset would do again.</summary>
    public bool IsBusy { get; set; }

    public SortedDictionary<string, string> Outcomes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, TimeSpan> Timers { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ModelActivity> Activities { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ModelChild> Children { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Patches { get; } = new(StringComparer.Ordinal);

    public Dictionary<EventType, int> Events { get; } = [];

    public bool IsOpen => Status == WorkflowExecutionStatus.Running;

    public bool HasBegun => Begins is null;

    /// <summary>Its code sees what happens.</summary>
    public bool IsAwake => IsOpen && HasBegun && !IsPaused;

    /// <summary>It will end as soon as its code sees why.</summary>
    public bool IsEnding => IsOpen && (ToldToEnd is not null || IsCancelRequested);

    /// <summary>Something of it is under way beside its code.</summary>
    public bool HasPending => Timers.Count + Activities.Count + Children.Count > 0;

    public WorkflowExecutionStatus ShownStatus => IsPaused ? WorkflowExecutionStatus.Paused : Status;

    /// <summary>Its code was under way when it closed, so that it can be asked.</summary>
    public bool Answers => HasBegun && !IsPaused;

    public string Seen => $"{Total}{string.Concat(Outcomes.Select(o => $" {o.Key}={o.Value}"))}";

    public void Count(EventType type, int times = 1) => Events[type] = Events.GetValueOrDefault(type) + times;

    public void End(WorkflowExecutionStatus status, TimeSpan now)
    {
        (Status, Close, IsPaused) = (status, now, false);
        Timers.Clear();
        Activities.Clear();
        Children.Clear();
    }

    public RunView View() => new(WorkflowId, Start, ShownStatus, Close, Answers ? Seen : null, Note, Attribute, Priority, Activities.Values.Select(a => a.ToString()), Children.Values.Select(c => c.WorkflowId), Events);
}
