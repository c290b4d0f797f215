using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A workflow task whose code has run, and whose commands wait until their large payloads are durable in the blob store.</summary>
/// <param name="handler">Stores payloads.</param>
/// <param name="task">The task.</param>
/// <param name="completed">How the code went.</param>
internal sealed class StoringTask(ExternalPayloadTaskHandler handler, WorkflowTask task, WorkflowTaskResult.Completed completed) : OutsideWork(handler, task)
{
    private IReadOnlyList<Command> _commands = completed.Commands;

    protected override async Task WorkAsync() => _commands = await Handler.StoreAsync(completed.Commands);

    protected override WorkflowTaskResult GoOn() => completed with { Commands = _commands };
}
