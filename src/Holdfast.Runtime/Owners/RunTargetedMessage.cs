using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A message for one run, which may have to be loaded first.</summary>
internal abstract class RunTargetedMessage : OwnerMessage
{
    /// <summary>The workflow.</summary>
    public abstract WorkflowKey Workflow { get; }

    /// <summary>The run, or none for the workflow's newest.</summary>
    public abstract RunId RunId { get; }

    /// <summary>True when the message is about something that its run has under way: it waits for nothing that the workflow's other runs wait for.</summary>
    public virtual bool IsOfRunAtWork => false;

    /// <summary>True when somebody owes it to the run and nobody waits for an answer: if the run cannot be read, it is tried again.</summary>
    public virtual bool IsOwed => false;

    /// <summary>How often its run could not be read.</summary>
    public int FailedReads { get; set; }

    /// <inheritdoc/>
    public override RunEntry? FindRunAhead(ShardOwner owner) => IsOfRunAtWork && owner.Directory.TryGet(RunId, out var run) ? run : null;

    /// <inheritdoc/>
    public override void Handle(ShardOwner owner) => owner.Locate(this);

    /// <summary>Does the work.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="run">The run; null when there is none.</param>
    public abstract void HandleRun(ShardOwner owner, RunEntry? run);
}
