using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A workflow task that waits for something else than the blob store; its commands may have to be stored when it ends.</summary>
internal sealed class ContinuedTask(ExternalPayloadTaskHandler handler, WorkflowTask task, ISuspendedWorkflowTask suspended) : ISuspendedWorkflowTask
{
    /// <inheritdoc/>
    public bool MayAnswer => suspended.MayAnswer;

    /// <inheritdoc/>
    public void Begin() => suspended.Begin();

    /// <inheritdoc/>
    public void NotifyWhenReady(Action ready) => suspended.NotifyWhenReady(ready);

    /// <inheritdoc/>
    public WorkflowTaskResult Continue() => handler.Ended(task, suspended.Continue());

    /// <inheritdoc/>
    public WorkflowTaskResult Answer(WorkflowTask query) => suspended.Answer(query);
}
