using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>A run, as the model sees it.</summary>
internal sealed class ModelRun(int ordinal, long total)
{
    /// <summary>Which run it is, counted from the first that the sequence of operations started.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>What the workflow's code has added up.</summary>
    public long Total { get; private set; } = total;

    /// <summary>What came by signals that its code has not seen, because it is paused. A run that is terminated never sees them; one that it is reset to does.</summary>
    public long Unseen { get; private set; }

    public WorkflowExecutionStatus Status { get; private set; } = WorkflowExecutionStatus.Running;

    public bool IsPaused { get; private set; }

    /// <summary>How it was told to end by a signal, which a reset carries over; null: it was not.</summary>
    public WorkflowExecutionStatus? ToldToEnd { get; set; }

    /// <summary>A request to cancel waits until the run is unpaused.</summary>
    public bool IsCancelRequested { get; set; }

    public bool IsOpen => Status == WorkflowExecutionStatus.Running;

    /// <summary>It will end as soon as it is unpaused.</summary>
    public bool IsEnding => IsOpen && (ToldToEnd is not null || IsCancelRequested);

    public void Add(long amount)
    {
        if (IsPaused)
        {
            Unseen += amount;
        }
        else
        {
            Total += amount;
        }
    }

    public void Pause() => IsPaused = true;

    public void Unpause()
    {
        IsPaused = false;
        (Total, Unseen) = (Total + Unseen, 0);
    }

    public void Close(WorkflowExecutionStatus status) => (Status, IsPaused) = (status, false);
}
