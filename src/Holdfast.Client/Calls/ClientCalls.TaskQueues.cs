using Holdfast.Protocol;

namespace Holdfast;

/// <content>Task queues.</content>
internal sealed partial class ClientCalls
{
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(string taskQueue, CancellationToken cancellationToken) =>
        retry.RunAsync(token => service.DescribeTaskQueueAsync(new DescribeTaskQueueRequest(Namespace, taskQueue), token), cancellationToken);

    public async Task SetTaskQueueLimitsAsync(string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken) =>
        _ = await retry.RunAsync(
            async token =>
            {
                await service.UpdateTaskQueueConfigAsync(new UpdateTaskQueueConfigRequest(Namespace, taskQueue, limits), token);
                return true;
            },
            cancellationToken);
}
