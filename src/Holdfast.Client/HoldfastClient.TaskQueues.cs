using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Task queues.</content>
public sealed partial class HoldfastClient
{
    /// <inheritdoc/>
    public Task<TaskQueueDescription> DescribeTaskQueueAsync(string taskQueue, CancellationToken cancellationToken = default) => _calls.Chain.DescribeTaskQueueAsync(new DescribeTaskQueueInput(taskQueue), cancellationToken);

    /// <inheritdoc/>
    public Task SetTaskQueueLimitsAsync(string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken = default) => _calls.Chain.SetTaskQueueLimitsAsync(new SetTaskQueueLimitsInput(taskQueue, limits), cancellationToken);
}
