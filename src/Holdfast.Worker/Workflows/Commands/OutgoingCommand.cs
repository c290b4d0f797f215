using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A command on its way out, and afterwards the expectation that history shows its event. One file for each kind.</summary>
internal abstract class OutgoingCommand
{
    /// <summary>True when it was taken back before the task ended.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>True once the task that asked for it has ended; it can no longer be taken back.</summary>
    public bool IsSent { get; private set; }

    /// <summary>False for a command that leaves no event.</summary>
    public virtual bool LeavesEvent => true;

    /// <summary>True for a command whose event history may lack.</summary>
    public virtual bool MayBeMissing => false;

    /// <summary>Takes it back.</summary>
    public void Drop() => IsDropped = true;

    /// <summary>Makes the command.</summary>
    public Command Send()
    {
        IsSent = true;
        return Build();
    }

    /// <summary>True when the event is the one that this command leaves.</summary>
    public abstract bool Matches(HistoryEvent recorded);

    /// <summary>Reads what <see cref="Matches"/> and the end of what was asked for will read, so that it is in the processor's caches; the value means nothing.</summary>
    public virtual int ReadAhead() => 0;

    /// <summary>Called with the event when history shows it.</summary>
    public virtual void OnRecorded(HistoryEvent recorded)
    {
    }

    /// <summary>The command in words, for a message about non-determinism.</summary>
    public abstract string Describe();

    /// <summary>Makes the command.</summary>
    protected abstract Command Build();
}
