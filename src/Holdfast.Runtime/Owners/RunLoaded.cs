using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>The settled store answered.</summary>
internal sealed class RunLoaded(WorkflowKey workflow, RunId runId, SettledRun? run, Exception? error) : OwnerMessage
{
    public WorkflowKey Workflow => workflow;

    public RunId RunId => runId;

    public SettledRun? Run => run;

    public Exception? Error => error;

    public override void Handle(ShardOwner owner) => owner.Loader.Loaded(this);
}
