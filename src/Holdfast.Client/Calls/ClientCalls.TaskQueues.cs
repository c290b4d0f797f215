using Holdfast.Protocol;

namespace Holdfast;

/// <content>Task queues.</content>
internal sealed partial class ClientCalls
{
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(string taskQueue, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(Namespace, taskQueue), token), cancellationToken);

    public async Task SetTaskQueueLimitsAsync(string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken) =>
        _ = await _retry.RunAsync(
            async token =>
            {
                await _service.UpdateTaskQueueConfigAsync(new UpdateTaskQueueConfigRequest(Namespace, taskQueue, limits), token);
                return true;
            },
            cancellationToken);
}
